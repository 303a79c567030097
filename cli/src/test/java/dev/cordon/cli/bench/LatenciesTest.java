package dev.cordon.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenciesTest {

    private static Latencies millis(int first, int last) {
        return new Latencies(IntStream.rangeClosed(first, last)
                .mapToObj(i -> Duration.ofMillis(last + first - i))
                .toList());
    }

    @ParameterizedTest
    @CsvSource({"200, 50, 100", "200, 99, 198", "200, 100, 200", "3, 50, 2", "3, 99, 3", "1, 50, 1", "1, 100, 1"})
    void aPercentileIsTheSmallestThatEnoughDoNotExceed(int count, int percent, int millis) {
        assertEquals(Duration.ofMillis(millis), millis(1, count).percentile(percent));
    }

    @Test
    void bothKindsTogetherAreInOrder() {
        assertEquals(millis(1, 9), millis(4, 9).and(millis(1, 3)));
    }

    @Test
    void isPrintedInMilliseconds() {
        Latencies measured = new Latencies(List.of(Duration.ofNanos(1_234_567), Duration.ofMillis(20), Duration.ZERO));
        assertEquals(
                "{\"count\":3,\"medianMillis\":1.235,\"p99Millis\":20.0,\"maxMillis\":20.0}",
                measured.json().toString());
        assertEquals("     3       1.24      20.00      20.00", measured.text());
    }

    @Test
    void nothingMeasuredIsNoResult() {
        assertThrows(IllegalArgumentException.class, () -> new Latencies(List.of()));
    }
}
