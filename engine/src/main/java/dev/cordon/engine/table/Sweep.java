package dev.cordon.engine.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Parts an ordered space into ranges of points that the same rules cover.
///
/// Goes once over the ends of all spans, and counts for each rule how many of its spans are open.
final class Sweep {

    /// A point of up to 128 bits, without sign.
    record Point(long high, long low) implements Comparable<Point> {

        static final Point ZERO = new Point(0, 0);

        /// The last points of the spaces of addresses and ports.
        static final Point LAST_IPV4 = new Point(0, 0xffff_ffffL);

        static final Point LAST_IPV6 = new Point(-1, -1);
        static final Point LAST_PORT = new Point(0, 0x1_ffffL);

        private static final Comparator<Point> ORDER = Comparator.comparing(Point::high, Long::compareUnsigned)
                .thenComparing(Point::low, Long::compareUnsigned);

        @Override
        public int compareTo(Point other) {
            return ORDER.compare(this, other);
        }

        Point next() {
            return low == -1 ? new Point(high + 1, 0) : new Point(high, low + 1);
        }
    }

    /// A range from its first point up to the next range.
    record Range(Point start, int row) {}

    private final Point last;
    private final int ruleCount;
    private final long[] always;
    private final TreeMap<Point, List<Integer>> opening = new TreeMap<>();
    private final TreeMap<Point, List<Integer>> closing = new TreeMap<>();

    /// @param last point of the space
    /// @param always the rules that cover every point
    Sweep(Point last, int ruleCount, long[] always) {
        this.last = last;
        this.ruleCount = ruleCount;
        this.always = always;
        opening.put(Point.ZERO, new ArrayList<>());
    }

    /// Adds a span of a rule, both ends included.
    void add(Point from, Point to, int rank) {
        opening.computeIfAbsent(from, point -> new ArrayList<>()).add(rank);
        if (!to.equals(last)) {
            Point end = to.next();
            opening.computeIfAbsent(end, point -> new ArrayList<>());
            closing.computeIfAbsent(end, point -> new ArrayList<>()).add(rank);
        }
    }

    /// Returns the ranges in ascending order, the first of which starts at zero.
    List<Range> ranges(RuleBits bits) {
        int[] open = new int[ruleCount];
        long[] words = always.clone();
        List<Range> ranges = new ArrayList<>();
        opening.forEach((point, ranks) -> {
            closing.getOrDefault(point, List.of()).forEach(rank -> close(open, words, rank));
            ranks.forEach(rank -> {
                open[rank]++;
                words[rank >>> 6] |= 1L << rank;
            });
            int row = bits.row(words.clone());
            if (ranges.isEmpty() || ranges.getLast().row() != row) {
                ranges.add(new Range(point, row));
            }
        });
        return ranges;
    }

    private void close(int[] open, long[] words, int rank) {
        open[rank]--;
        if (open[rank] == 0 && (always[rank >>> 6] & 1L << rank) == 0) {
            words[rank >>> 6] &= ~(1L << rank);
        }
    }

    static Ranges32 narrow(List<Range> ranges) {
        return new Ranges32(
                ranges.stream()
                        .mapToInt(range -> Ranges32.ordered((int) range.start().low()))
                        .toArray(),
                ranges.stream().mapToInt(Range::row).toArray());
    }

    static Ranges128 wide(List<Range> ranges) {
        return new Ranges128(
                ranges.stream()
                        .mapToLong(range -> Ranges128.ordered(range.start().high()))
                        .toArray(),
                ranges.stream()
                        .mapToLong(range -> Ranges128.ordered(range.start().low()))
                        .toArray(),
                ranges.stream().mapToInt(Range::row).toArray());
    }
}
