package dev.cordon.engine.table;

import java.util.Arrays;

/// A growing array of longs.
final class Longs {

    private long[] all = new long[64];
    private int count;

    void add(long... more) {
        if (count + more.length > all.length) {
            all = Arrays.copyOf(all, Math.max(2 * all.length, count + more.length));
        }
        System.arraycopy(more, 0, all, count, more.length);
        count += more.length;
    }

    int count() {
        return count;
    }

    long get(int index) {
        return all[index];
    }

    /// Copies all into a longer array.
    void copyTo(long[] into, int from) {
        System.arraycopy(all, 0, into, from, count);
    }
}
