package dev.cordon.engine.table;

import java.util.Arrays;

/// The entries of [SetRules] that each run of services satisfies, in the making.
final class RunMasks {

    private static final int SLOT_COUNT = 4 * SetRules.MASK_COUNT_MAX;

    private final int runCount;
    private final int wordCount;
    private final long[] words;
    private final Longs distinct = new Longs();
    private final int[] slots = new int[SLOT_COUNT];

    RunMasks(int runCount, int wordCount) {
        this.runCount = runCount;
        this.wordCount = wordCount;
        this.words = new long[runCount * wordCount];
    }

    void add(int run, int rank) {
        words[run * wordCount + (rank >>> 6)] |= 1L << rank;
    }

    void addToAll(int rank) {
        for (int run = 0; run < runCount; run++) {
            add(run, rank);
        }
    }

    /// Writes a byte for each run, which says which of the distinct masks it has.
    ///
    /// @return whether bytes can tell the masks apart
    boolean writeMap(long[] into, int from) {
        for (int run = 0; run < runCount; run++) {
            int number = number(run * wordCount);
            if (number == SetRules.MASK_COUNT_MAX) {
                return false;
            }
            into[from + (run >>> 3)] |= (long) number << (run << 3);
        }
        return true;
    }

    private int number(int from) {
        int slot = (int) (hash(from) >>> 40) & SLOT_COUNT - 1;
        while (slots[slot] != 0) {
            if (isSame(from, (slots[slot] - 1) * wordCount)) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & SLOT_COUNT - 1;
        }
        distinct.add(Arrays.copyOfRange(words, from, from + wordCount));
        slots[slot] = distinct.count() / wordCount;
        return slots[slot] - 1;
    }

    private boolean isSame(int from, int other) {
        for (int i = 0; i < wordCount; i++) {
            if (words[from + i] != distinct.get(other + i)) {
                return false;
            }
        }
        return true;
    }

    private long hash(int from) {
        long hash = 0;
        for (int i = from; i < from + wordCount; i++) {
            hash = (hash ^ words[i]) * 0x9e37_79b9_7f4a_7c15L;
        }
        return hash;
    }

    /// Returns the distinct masks, one behind the other, after the [map][#writeMap].
    Longs distinct() {
        return distinct;
    }
}
