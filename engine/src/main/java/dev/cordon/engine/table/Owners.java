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

    SetLines lines() {
        return lines;
    }

    /// Finds the groups that have the peer's address.
    ///
    /// @param space VPC of the ENI that is asked; addresses of other VPCs are other addresses
    void find(PeerGroups peer, int space, FlowColumns flows, int at) {
        peer.clear();
        if (flows.isV6(at)) {
            find6(peer, space, flows, at);
        } else {
            find4(peer, space, flows, at);
        }
    }

    private void find4(PeerGroups peer, int space, FlowColumns flows, int at) {
        for (int i = 0; i < addresses.lengthCount4(); i++) {
            AddressIndex.OfLength table = addresses.length4(i);
            long low = flows.peerLow(at) & -1L << 32 - table.prefixLengthBits();
            long hash = OwnerTable.hash(space, 0, low);
            long[] chunk = table.owners().chunk(hash);
            int slot = OwnerTable.slot(hash);
            for (long entry; (entry = chunk[slot]) != 0; slot = slot + 1 & OwnerTable.SLOT_MASK) {
                if (entry >>> 32 == low && isLast((int) entry, peer, space, flows.eni(at))) {
                    break;
                }
            }
        }
    }

    private void find6(PeerGroups peer, int space, FlowColumns flows, int at) {
        for (int i = 0; i < addresses.lengthCount6(); i++) {
            AddressIndex.OfLength table = addresses.length6(i);
            int length = table.prefixLengthBits();
            long high = length >= 64 ? flows.peerHigh(at) : flows.peerHigh(at) & mask(length);
            long low = length > 64 ? flows.peerLow(at) & -1L << 128 - length : 0;
            long hash = OwnerTable.hash(space, high, low);
            long[] chunk = table.owners().chunk(hash);
            int slot = OwnerTable.slot(hash);
            for (long entry; (entry = chunk[slot * 3 + 2]) != 0; slot = slot + 1 & OwnerTable.SLOT_MASK) {
                boolean found = chunk[slot * 3] == high && chunk[slot * 3 + 1] == low;
                if (found && isLast((int) entry, peer, space, flows.eni(at))) {
                    break;
                }
            }
        }
    }

    private static long mask(int lengthBits) {
        return lengthBits == 0 ? 0 : -1L << 64 - lengthBits;
    }

    /// Adds an owner, if it is of the VPC.
    ///
    /// @param entry of the owner, with a mark if others may have the address
    /// @return whether no other can have it
    private boolean isLast(int entry, PeerGroups peer, int space, int eni) {
        int owner = (entry & ~OwnerTable.SHARED) - 1;
        int number = setOf.get(owner) + 1;
        int[] line = lines.chunk(number);
        int from = SetLines.place(number);
        if (!SetLines.isIn(space, line, from)) {
            return false;
        }
        if (owner == eni) {
            peer.addItself(line, from);
        } else {
            peer.addOther(line, from);
        }
        return entry > 0;
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

        void describe(int number, GroupSet set) {
            lines.set(number, set.space(), set.groups());
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
