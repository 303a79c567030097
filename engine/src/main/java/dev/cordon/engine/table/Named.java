package dev.cordon.engine.table;

import java.util.Map;

/// The cells of the groups that rules name.
///
/// Implementation note: open addressing; a group without a bit in the signature is not looked up at
/// all, and those are nearly all.
final class Named {

    private final long signature;
    private final int[] slots;
    private final int mask;

    /// @param cells by the number of the group
    Named(Map<Integer, Integer> cells) {
        int size = 4 * Integer.highestOneBit(Math.max(1, cells.size()));
        this.slots = new int[2 * size];
        this.mask = size - 1;
        long bits = 0;
        for (Map.Entry<Integer, Integer> named : cells.entrySet()) {
            bits |= 1L << named.getKey();
            int slot = named.getKey() & mask;
            while (slots[2 * slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[2 * slot] = named.getKey() + 1;
            slots[2 * slot + 1] = named.getValue();
        }
        this.signature = bits;
    }

    /// Returns the cell of a group, or a negative number if no rule names it.
    int cell(int group) {
        if ((signature >>> group & 1) == 0) {
            return -1;
        }
        int slot = group & mask;
        while (slots[2 * slot] != group + 1) {
            if (slots[2 * slot] == 0) {
                return -1;
            }
            slot = slot + 1 & mask;
        }
        return slots[2 * slot + 1];
    }
}
