package dev.cordon.engine.table;

/// Parts the addresses of peers, and the groups that rules name, into classes that the same rules
/// cover.
final class Peers {

    private final Ranges32 v4;
    private final Ranges128 v6;
    private final GroupSlots groups;
    private final long[] bits;

    /// @param bits the rows of all classes
    Peers(Ranges32 v4, Ranges128 v6, GroupSlots groups, long[] bits) {
        this.v4 = v4;
        this.v6 = v6;
        this.groups = groups;
        this.bits = bits;
    }

    Ranges32 v4() {
        return v4;
    }

    Ranges128 v6() {
        return v6;
    }

    GroupSlots groups() {
        return groups;
    }

    long[] bits() {
        return bits;
    }
}
