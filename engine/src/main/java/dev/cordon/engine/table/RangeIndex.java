package dev.cordon.engine.table;

/// Tells for the first bits of a number which few ranges it may be in, where there are many.
///
/// Implementation note: it makes a search of ten steps, each of which waits for the one before, one
/// of two or three.
final class RangeIndex {

    private final int[] starts;
    private final int from;
    private final int shift;
    private final char[] rangeOf;

    /// @param starts ascending, the first zero, with their [top bit turned][Search#ordered]
    /// @param from place of the first start
    /// @param count of starts
    /// @param bits of the numbers
    /// @param indexedBits how many of these, the first ones, are looked at
    RangeIndex(int[] starts, int from, int count, int bits, int indexedBits) {
        this.starts = starts;
        this.from = from;
        this.shift = bits - indexedBits;
        this.rangeOf = new char[(1 << indexedBits) + 1];
        for (int range = 0, i = 0; i < 1 << indexedBits; i++) {
            while (range + 1 < count && starts[from + range + 1] <= Search.ordered(i << shift)) {
                range++;
            }
            rangeOf[i] = (char) range;
        }
        rangeOf[1 << indexedBits] = (char) (count - 1);
    }

    /// Returns the place of the range that a number is in, counted from the first start.
    int find(int number) {
        int bucket = number >>> shift;
        int first = rangeOf[bucket];
        return first + Search.find(starts, from + first, rangeOf[bucket + 1] - first + 1, number);
    }
}
