package dev.cordon.conformance.tidy.sample.low;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Mentions a file, the environment, two clocks, chance, and threads.
public record Impure(Map<String, Thread> threads) {

    public static Path[] files() {
        return new Path[0];
    }

    public static List<Supplier<Object>> outside() {
        return List.of(
                () -> System.getenv("HOME"),
                System::nanoTime,
                Instant::now,
                Math::random,
                UUID::randomUUID,
                ConcurrentHashMap::new);
    }
}
