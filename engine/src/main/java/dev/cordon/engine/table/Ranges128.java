package dev.cordon.engine.table;

/// Parts the numbers of 128 bits, without sign, into ranges, and says for each the row of its
/// rules.
///
/// Implementation note: the top bit of both halves of every start is turned, so that the order is
/// the one of Java's longs.
final class Ranges128 {

    private static final long SIGN = 1L << 63;

    private final long[] highs;
    private final long[] lows;
    private final int[] rows;

    /// @param highs halves of the starts, ascending as [ordered][#ordered], the first that of zero
    /// @param lows the other halves
    /// @param rows as many as starts
    Ranges128(long[] highs, long[] lows, int[] rows) {
        this.highs = highs;
        this.lows = lows;
        this.rows = rows;
    }

    static long ordered(long bits) {
        return bits ^ SIGN;
    }

    /// Returns the row of the range that a number is in.
    int row(long high, long low) {
        long wantedHigh = high ^ SIGN;
        long wantedLow = low ^ SIGN;
        int at = 0;
        for (int length = highs.length; length > 1; ) {
            int half = length >>> 1;
            int middle = at + half;
            boolean below = highs[middle] < wantedHigh || highs[middle] == wantedHigh && lows[middle] <= wantedLow;
            at = below ? middle : at;
            length -= half;
        }
        return rows[at];
    }
}
