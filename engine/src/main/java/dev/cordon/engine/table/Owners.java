package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;

/// What the owners of a peer's address say, which are members of groups.
///
/// Implementation note: the longest prefix comes first, and with it the table that nearly always
/// has the only owner. An entry says whether another one may have the same address, so the search
/// ends at the first owner in the VPC.
final class Owners {

    private final AddressIndex addresses;
    private final IntChunks setOf;
    private final RefChunks<GroupSet> sets;

    Owners(AddressIndex addresses, IntChunks setOf, RefChunks<GroupSet> sets) {
        this.addresses = addresses;
        this.setOf = setOf;
        this.sets = sets;
    }

    GroupSet setOf(int eni) {
        return sets.get(setOf.get(eni));
    }

    /// Returns what the ENIs with the peer's address say at a side.
    ///
    /// @param space of the ENI that is asked; addresses of other VPCs are other addresses
    long evidence(SideTable side, int space, FlowColumns flows, int at, int service) {
        return flows.isV6(at) ? evidence6(side, space, flows, at, service) : evidence4(side, space, flows, at, service);
    }

    private long evidence4(SideTable side, int space, FlowColumns flows, int at, int service) {
        long evidence = side.nothing();
        for (int i = 0; i < addresses.lengthCount4(); i++) {
            AddressIndex.OfLength table = addresses.length4(i);
            long low = flows.peerLow(at) & -1L << 32 - table.prefixLengthBits();
            long hash = OwnerTable.hash(space, 0, low);
            long[] chunk = table.owners().chunk(hash);
            int slot = OwnerTable.slot(hash);
            for (long entry; (entry = chunk[slot]) != 0; slot = slot + 1 & OwnerTable.SLOT_MASK) {
                if (entry >>> 32 == low) {
                    GroupSet set = setOf(((int) entry & ~OwnerTable.SHARED) - 1);
                    if (set.space() == space) {
                        evidence = withOwner(evidence, side, set, (int) entry, flows, at, service);
                        if ((int) entry > 0) {
                            break;
                        }
                    }
                }
            }
        }
        return evidence;
    }

    private long evidence6(SideTable side, int space, FlowColumns flows, int at, int service) {
        long evidence = side.nothing();
        for (int i = 0; i < addresses.lengthCount6(); i++) {
            AddressIndex.OfLength table = addresses.length6(i);
            int length = table.prefixLengthBits();
            long high = length >= 64 ? flows.peerHigh(at) : flows.peerHigh(at) & mask(length);
            long low = length > 64 ? flows.peerLow(at) & -1L << 128 - length : 0;
            long hash = OwnerTable.hash(space, high, low);
            long[] chunk = table.owners().chunk(hash);
            int slot = OwnerTable.slot(hash);
            for (long entry; (entry = chunk[slot * 3 + 2]) != 0; slot = slot + 1 & OwnerTable.SLOT_MASK) {
                if (chunk[slot * 3] == high && chunk[slot * 3 + 1] == low) {
                    GroupSet set = setOf(((int) entry & ~OwnerTable.SHARED) - 1);
                    if (set.space() == space) {
                        evidence = withOwner(evidence, side, set, (int) entry, flows, at, service);
                        if ((int) entry > 0) {
                            break;
                        }
                    }
                }
            }
        }
        return evidence;
    }

    private static long mask(int lengthBits) {
        return lengthBits == 0 ? 0 : -1L << 64 - lengthBits;
    }

    private static long withOwner(
            long evidence, SideTable side, GroupSet set, int entry, FlowColumns flows, int at, int service) {
        boolean itself = (entry & ~OwnerTable.SHARED) - 1 == flows.eni(at);
        return itself
                ? side.withItself(evidence, set, flows, at, service)
                : side.withOther(evidence, set, flows, at, service);
    }
}
