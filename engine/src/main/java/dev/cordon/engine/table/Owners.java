package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.model.policy.EniAddresses;

/// What the owners of a peer's address say, which are members of groups.
///
/// Implementation note: the longest prefix comes first, and with it the table that nearly always
/// has the only owner. An entry says whether another one may have the same address, so the search
/// ends at the first owner in the VPC.
final class Owners {

    private final AddressIndex addresses;
    private final IntChunks setOf;
    private final SetLines lines;

    Owners(AddressIndex addresses, IntChunks setOf, SetLines lines) {
        this.addresses = addresses;
        this.setOf = setOf;
        this.lines = lines;
    }

    int setOf(int eni) {
        return setOf.get(eni);
    }

    /// Tells whether some address has too many owners.
    boolean isCrowded() {
        return addresses.isCrowded();
    }

    int space(int set) {
        return lines.chunk(set)[SetLines.place(set)];
    }

    /// Returns what the ENIs with the peer's address say at a side.
    ///
    /// @param space of the ENI that is asked; addresses of other VPCs are other addresses
    long evidence(SideTable side, int space, FlowColumns flows, int at, int service) {
        return flows.isV6(at)
                ? evidence6(side, space, flows, at, service)
                : evidence4(side, space, flows, at, service);
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
                    int owner = ((int) entry & ~OwnerTable.SHARED) - 1;
                    int set = setOf.get(owner);
                    if (space(set) == space) {
                        evidence = withOwner(evidence, side, owner, set, flows, at, service);
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
                    int owner = ((int) entry & ~OwnerTable.SHARED) - 1;
                    int set = setOf.get(owner);
                    if (space(set) == space) {
                        evidence = withOwner(evidence, side, owner, set, flows, at, service);
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

    private long withOwner(
            long before, SideTable side, int owner, int set, FlowColumns flows, int at, int service) {
        int[] line = lines.chunk(set);
        int first = SetLines.place(set) + 2;
        long evidence = before;
        for (int i = first; i < first + line[first - 1]; i++) {
            evidence = owner == flows.eni(at)
                    ? side.withOwnGroup(evidence, line[i], flows, at, service)
                    : side.withGroupOfOther(evidence, line[i], flows, at, service);
        }
        return evidence;
    }

    Edit edit() {
        return new Edit(this);
    }

    /// An edit in progress, by one thread.
    static final class Edit {

        private final AddressIndex.Edit addresses;
        private final IntChunks.Edit setOf;
        private final SetLines.Edit lines;

        private Edit(Owners from) {
            this.setOf = from.setOf.edit();
            this.lines = from.lines.edit();
            this.addresses = from.addresses.edit(eni -> lines.space(setOf.get(eni)));
        }

        int setOf(int eni) {
            return setOf.get(eni);
        }

        void describe(int set, GroupSet groups) {
            lines.set(set, groups.space(), groups.groups());
        }

        void add(int eni, int set, EniAddresses owned) {
            setOf.set(eni, set);
            addresses.add(eni, owned);
        }

        void remove(int eni, EniAddresses owned) {
            addresses.remove(eni, owned);
        }

        /// Moves an ENI to another set of the same VPC.
        void move(int eni, int set) {
            setOf.set(eni, set);
        }

        Owners done() {
            return new Owners(addresses.done(), setOf.done(), lines.done());
        }
    }
}
