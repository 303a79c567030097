package dev.cordon.engine.table;

import dev.cordon.engine.table.Points.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Parts an ordered space into ranges of points that the same rules cover.
///
/// Goes once over the ends of all spans, and counts for each rule how many of its spans are open.
final class Sweep {

    /// A point of up to 128 bits, without sign.
    record Point(long high, long low) implements Comparable<Point> {

        static final Point ZERO = new Point(0, 0);

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

    /// Adds a span of a rule.
    void add(Span span, int rank) {
        opening.computeIfAbsent(span.first(), point -> new ArrayList<>()).add(rank);
        if (!span.last().equals(last)) {
            Point end = span.last().next();
            opening.computeIfAbsent(end, point -> new ArrayList<>());
            closing.computeIfAbsent(end, point -> new ArrayList<>()).add(rank);
        }
    }

    /// Returns the ranges in ascending order, each with a cell of the rules that cover it.
    RangeList ranges(Cells cells) {
        int[] open = new int[ruleCount];
        long[] words = always.clone();
        long[] before = new long[0];
        List<Point> points = new ArrayList<>();
        int firstCell = cells.size();
        for (Map.Entry<Point, List<Integer>> opened : opening.entrySet()) {
            closing.getOrDefault(opened.getKey(), List.of()).forEach(rank -> close(open, words, rank));
            opened.getValue().forEach(rank -> {
                open[rank]++;
                words[rank >>> 6] |= 1L << rank;
            });
            if (!Arrays.equals(before, words)) {
                before = words.clone();
                points.add(opened.getKey());
                cells.add(before);
            }
        }
        return new RangeList(firstCell, points);
    }

    private void close(int[] open, long[] words, int rank) {
        open[rank]--;
        if (open[rank] == 0 && (always[rank >>> 6] & 1L << rank) == 0) {
            words[rank >>> 6] &= ~(1L << rank);
        }
    }
}
