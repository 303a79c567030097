package dev.cordon.nft.ruleset;

/// A point on a packet's way through the machine where one of our base chains is asked.
///
/// @spec https://wiki.nftables.org/wiki-nftables/index.php/Netfilter_hooks Netfilter hooks
public enum Hook {
    /// Every packet that comes in, before its session is looked up, but after its fragments are
    /// put together.
    PREROUTING(Table.INET, "prerouting", -300),
    INPUT(Table.INET, "input", 0),
    FORWARD(Table.INET, "forward", 0),
    OUTPUT(Table.INET, "output", 0),
    /// What comes in by ARP, all of which is for the machine.
    ARP_INPUT(Table.ARP, "input", 0),
    /// Every frame that comes in by a port of a bridge.
    PORT_IN(Table.BRIDGE, "prerouting", -300),
    /// Every frame that goes out by a port of a bridge.
    PORT_OUT(Table.BRIDGE, "postrouting", 300);

    private final Table table;
    private final String point;
    private final int priority;

    Hook(Table table, String point, int priority) {
        this.table = table;
        this.point = point;
        this.priority = priority;
    }

    /// Returns the table whose chains are asked there.
    public Table table() {
        return table;
    }

    /// Returns the word of nft.
    public String point() {
        return point;
    }

    /// Returns where we stand among all that is registered at this point; smaller comes first.
    public int priority() {
        return priority;
    }
}
