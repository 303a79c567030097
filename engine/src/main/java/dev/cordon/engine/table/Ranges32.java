package dev.cordon.engine.table;

/// Parts the numbers of 32 bits, without sign, into ranges, and says for each the row of its rules.
///
/// Implementation note: the top bit of every start is turned, so that the order is the one of
/// Java's ints.
final class Ranges32 {

    private static final int SIGN = 1 << 31;

    private final int[] starts;
    private final int[] rows;

    /// @param starts ascending as [ordered][#ordered], the first of them that of zero
    /// @param rows as many as starts
    Ranges32(int[] starts, int[] rows) {
        this.starts = starts;
        this.rows = rows;
    }

    static int ordered(int bits) {
        return bits ^ SIGN;
    }

    /// Returns the row of the range that a number is in.
    ///
    /// Implementation note: a binary search without branches, because where it goes cannot be
    /// foretold.
    int row(int bits) {
        int wanted = bits ^ SIGN;
        int[] sorted = starts;
        int at = 0;
        for (int length = sorted.length; length > 1; ) {
            int half = length >>> 1;
            at = sorted[at + half] <= wanted ? at + half : at;
            length -= half;
        }
        return rows[at];
    }
}
