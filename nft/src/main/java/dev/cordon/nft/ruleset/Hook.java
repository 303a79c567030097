package dev.cordon.nft.ruleset;

/// A point on a packet's way through the machine where one of our base chains is asked.
///
/// @spec https://wiki.nftables.org/wiki-nftables/index.php/Netfilter_hooks Netfilter hooks
public enum Hook {
    /// Every packet that comes in, before its session is looked up, but after its fragments are
    /// put together.
    PREROUTING(-300),
    INPUT(0),
    FORWARD(0),
    OUTPUT(0);

    private final int priority;

    Hook(int priority) {
        this.priority = priority;
    }

    /// Returns where we stand among all that is registered at this point; smaller comes first.
    public int priority() {
        return priority;
    }
}
