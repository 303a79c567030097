package dev.cordon.engine.table;

/// Finds the range that a number is in, among the ascending starts of ranges.
///
/// Starts and numbers have their top bit turned, so that the order of numbers without sign is the
/// one of Java's. The first start of all is zero, so every number is in a range.
///
/// Implementation note: binary searches without branches, because where they go cannot be foretold.
final class Search {

    private static final int SIGN = 1 << 31;
    private static final long LONG_SIGN = 1L << 63;

    private Search() {}

    /// Returns a number with its top bit turned.
    static int ordered(int bits) {
        return bits ^ SIGN;
    }

    static long ordered(long bits) {
        return bits ^ LONG_SIGN;
    }

    /// Returns the place of the range, counted from the first start.
    ///
    /// @param from place of the first start
    /// @param bits as it is, not turned
    static int find(int[] starts, int from, int count, int bits) {
        int wanted = bits ^ SIGN;
        int at = from;
        for (int length = count; length > 1; ) {
            int half = length >>> 1;
            at = starts[at + half] <= wanted ? at + half : at;
            length -= half;
        }
        return at - from;
    }

    /// Returns the place of the range, counted from the first start.
    ///
    /// @param starts high and low halves in turn
    /// @param from place of the first start, in pairs of halves
    static int find(long[] starts, int from, int count, long high, long low) {
        long wantedHigh = high ^ LONG_SIGN;
        long wantedLow = low ^ LONG_SIGN;
        int at = from;
        for (int length = count; length > 1; ) {
            int half = length >>> 1;
            int middle = 2 * (at + half);
            boolean below =
                    starts[middle] < wantedHigh || starts[middle] == wantedHigh && starts[middle + 1] <= wantedLow;
            at = below ? at + half : at;
            length -= half;
        }
        return at - from;
    }
}
