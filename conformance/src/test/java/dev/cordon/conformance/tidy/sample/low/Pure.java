package dev.cordon.conformance.tidy.sample.low;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/// Calculates with time that it was handed.
public record Pure(Instant first, Duration length) implements Comparable<Pure> {

    public long lengthMillis() {
        return TimeUnit.SECONDS.toMillis(length.toSeconds());
    }

    @Override
    public int compareTo(Pure other) {
        return Comparator.comparing(Pure::first).compare(this, other);
    }
}
