package dev.cordon.engine.table;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.EniAddresses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Which ENIs have an address: their addresses, and the blocks that are delegated to them, in one
/// table for each length of prefix. Most states have no blocks, and so one table for each family.
final class AddressIndex {

    static final AddressIndex EMPTY = new AddressIndex(new OfLength[0], new OfLength[0]);

    private final OfLength[] v4;
    private final OfLength[] v6;

    /// The blocks of one length.
    record OfLength(int prefixLengthBits, OwnerTable owners) {}

    private AddressIndex(OfLength[] v4, OfLength[] v6) {
        this.v4 = v4;
        this.v6 = v6;
    }

    int lengthCount4() {
        return v4.length;
    }

    OfLength length4(int index) {
        return v4[index];
    }

    int lengthCount6() {
        return v6.length;
    }

    OfLength length6(int index) {
        return v6[index];
    }

    /// Tells whether some address has too many owners for a table to hold.
    boolean isCrowded() {
        return List.of(v4).stream().anyMatch(table -> table.owners().isCrowded())
                || List.of(v6).stream().anyMatch(table -> table.owners().isCrowded());
    }

    /// @param spaceOf the VPC of an ENI that is in the index
    Edit edit(IntUnaryOperator spaceOf) {
        return new Edit(this, spaceOf);
    }

    /// An edit in progress, by one thread.
    static final class Edit {

        private final IntUnaryOperator spaceOf;
        private final List<Open> v4 = new ArrayList<>();
        private final List<Open> v6 = new ArrayList<>();

        private record Open(int prefixLengthBits, OwnerTable.Edit owners) {}

        private Edit(AddressIndex from, IntUnaryOperator spaceOf) {
            this.spaceOf = spaceOf;
            for (OfLength table : from.v4) {
                v4.add(new Open(table.prefixLengthBits(), table.owners().edit(spaceOf)));
            }
            for (OfLength table : from.v6) {
                v6.add(new Open(table.prefixLengthBits(), table.owners().edit(spaceOf)));
            }
        }

        void add(int eni, EniAddresses addresses) {
            for (CidrBlock block : addresses.privateBlocks()) {
                switch (block.first()) {
                    case IpAddress.V4(int bits) ->
                        table(v4, block.prefixLengthBits(), OwnerTable.EMPTY_V4)
                                .add(0, Integer.toUnsignedLong(bits), eni);
                    case IpAddress.V6(long high, long low) ->
                        table(v6, block.prefixLengthBits(), OwnerTable.EMPTY_V6).add(high, low, eni);
                }
            }
        }

        void remove(int eni, EniAddresses addresses) {
            for (CidrBlock block : addresses.privateBlocks()) {
                switch (block.first()) {
                    case IpAddress.V4(int bits) ->
                        table(v4, block.prefixLengthBits(), OwnerTable.EMPTY_V4)
                                .remove(0, Integer.toUnsignedLong(bits), eni);
                    case IpAddress.V6(long high, long low) ->
                        table(v6, block.prefixLengthBits(), OwnerTable.EMPTY_V6).remove(high, low, eni);
                }
            }
        }

        private OwnerTable.Edit table(List<Open> tables, int prefixLengthBits, OwnerTable empty) {
            for (Open table : tables) {
                if (table.prefixLengthBits() == prefixLengthBits) {
                    return table.owners();
                }
            }
            Open opened = new Open(prefixLengthBits, empty.edit(spaceOf));
            tables.add(opened);
            tables.sort(Comparator.comparingInt(Open::prefixLengthBits).reversed());
            return opened.owners();
        }

        /// Tables that have become empty are left out.
        AddressIndex done() {
            return new AddressIndex(closed(v4), closed(v6));
        }

        private static OfLength[] closed(List<Open> tables) {
            return tables.stream()
                    .map(table -> new OfLength(
                            table.prefixLengthBits(), table.owners().done()))
                    .filter(table -> !table.owners().isEmpty())
                    .toArray(OfLength[]::new);
        }
    }
}
