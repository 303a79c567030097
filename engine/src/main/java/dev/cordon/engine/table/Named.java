package dev.cordon.engine.table;

import java.util.List;

/// What the groups of a peer mean at one side: sharing one may connect, and rules may name it.
///
/// Implementation note: open addressing; a group without a bit in the signature is not looked up at
/// all, and those are nearly all.
final class Named {

    /// The place of a group whose isolation comes before all else.
    static final int ISOLATED = -1;

    /// The place of a group that connects nobody.
    static final int NO_PLACE = Integer.MAX_VALUE;

    /// The cell of a group that no rule names.
    static final int NO_CELL = -1;

    private static final int WIDTH = 3;

    private final long signature;
    private final int[] slots;
    private final int mask;

    /// @param group number of the group
    /// @param place of the shared group among those of the ENI, or [#ISOLATED] or [#NO_PLACE]
    /// @param cell of the rules that name the group, or [#NO_CELL]
    record Meaning(int group, int place, int cell) {}

    Named(List<Meaning> meanings) {
        int size = Integer.highestOneBit(Math.max(1, meanings.size())) * 2;
        this.slots = new int[2 * size * WIDTH];
        this.mask = 2 * size - 1;
        long bits = 0;
        for (Meaning meaning : meanings) {
            bits |= 1L << meaning.group();
            int slot = meaning.group() & mask;
            while (slots[slot * WIDTH] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot * WIDTH] = meaning.group() + 1;
            slots[slot * WIDTH + 1] = meaning.place();
            slots[slot * WIDTH + 2] = meaning.cell();
        }
        this.signature = bits;
    }

    boolean isEmpty() {
        return signature == 0;
    }

    /// Returns the slot of a group, or a negative number if it means nothing here.
    int find(int group) {
        if ((signature >>> group & 1) == 0) {
            return -1;
        }
        int slot = group & mask;
        while (true) {
            int at = slots[slot * WIDTH];
            if (at == group + 1) {
                return slot * WIDTH;
            }
            if (at == 0) {
                return -1;
            }
            slot = slot + 1 & mask;
        }
    }

    int place(int slot) {
        return slots[slot + 1];
    }

    int cell(int slot) {
        return slots[slot + 2];
    }
}
