package dev.cordon.nft.ruleset;

/// The places where a packet's link decides which chain judges it.
///
/// @spec https://wiki.nftables.org/wiki-nftables/index.php/Netfilter_hooks Netfilter hooks
public enum Dispatch {
    FORWARD_IN(Hook.FORWARD, "iifname"),
    FORWARD_OUT(Hook.FORWARD, "oifname"),
    INPUT(Hook.INPUT, "iifname"),
    OUTPUT(Hook.OUTPUT, "oifname");

    /// A point on a packet's way through the machine.
    public enum Hook {
        INPUT,
        FORWARD,
        OUTPUT
    }

    private final Hook hook;
    private final String key;

    Dispatch(Hook hook, String key) {
        this.hook = hook;
        this.key = key;
    }

    public Hook hook() {
        return hook;
    }

    /// Returns what is looked up: the name of the link that a packet comes in or goes out by.
    public String key() {
        return key;
    }
}
