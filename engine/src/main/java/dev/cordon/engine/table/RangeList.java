package dev.cordon.engine.table;

import dev.cordon.engine.table.Sweep.Point;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Ranges with a cell for each, one behind the other.
///
/// @param points at which the ranges start, ascending, the first of them zero
record RangeList(int firstCell, List<Point> points) {

    RangeList {
        points = List.copyOf(points);
    }

    int size() {
        return points.size();
    }

    IntStream starts() {
        return points.stream().mapToInt(point -> Search.ordered((int) point.low()));
    }

    LongStream starts6() {
        return points.stream()
                .flatMapToLong(point -> LongStream.of(Search.ordered(point.high()), Search.ordered(point.low())));
    }
}
