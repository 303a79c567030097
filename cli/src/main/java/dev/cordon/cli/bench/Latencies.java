package dev.cordon.cli.bench;

import dev.cordon.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Measured times, the shortest first. Never empty.
public record Latencies(List<Duration> inOrder) {

    private static final double NANOS_PER_MILLI = 1_000_000;

    public Latencies {
        if (inOrder.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        inOrder = inOrder.stream().sorted().toList();
    }

    Latencies and(Latencies others) {
        return new Latencies(
                Stream.concat(inOrder.stream(), others.inOrder.stream()).toList());
    }

    /// Returns the smallest measured time that a share of all does not exceed (nearest rank).
    ///
    /// @param percent 1 to 100
    Duration percentile(int percent) {
        int rank = Math.ceilDiv(percent * inOrder.size(), 100);
        return inOrder.get(Math.max(1, rank) - 1);
    }

    ObjectNode json() {
        return Json.object()
                .put("count", inOrder.size())
                .put("medianMillis", millis(percentile(50)))
                .put("p99Millis", millis(percentile(99)))
                .put("maxMillis", millis(percentile(100)));
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%6d %10.2f %10.2f %10.2f",
                inOrder.size(),
                millis(percentile(50)),
                millis(percentile(99)),
                millis(percentile(100)));
    }

    private static double millis(Duration time) {
        return Math.round(time.toNanos() / NANOS_PER_MILLI * 1_000) / 1_000.0;
    }
}
