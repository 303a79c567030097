package dev.cordon.bench.kernel;

import java.time.Duration;
import java.util.List;

/// How long something took, each time.
///
/// @param what such as `one member joins: kernel`
public record Timing(String what, List<Duration> took) {

    public Timing {
        took = List.copyOf(took);
    }
}
