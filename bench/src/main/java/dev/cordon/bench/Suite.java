package dev.cordon.bench;

import dev.cordon.bench.engine.ChangeBenchmark;
import dev.cordon.bench.engine.CompileBenchmark;
import dev.cordon.bench.engine.DecideBenchmark;
import dev.cordon.bench.engine.RulesBenchmark;
import dev.cordon.bench.memory.MemoryBenchmark;
import dev.cordon.bench.peer.PeerBenchmark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// What can be measured by one word on the command line.
enum Suite {
    MEMORY(MemoryBenchmark.class),
    PEERS(PeerBenchmark.class, RulesBenchmark.class),
    ENGINE(DecideBenchmark.class),
    CHANGE(ChangeBenchmark.class),
    COMPILE(CompileBenchmark.class);

    private static final int COLD_FORK_COUNT = 3;

    private final List<Class<?>> benchmarks;

    Suite(Class<?>... benchmarks) {
        this.benchmarks = List.of(benchmarks);
    }

    /// Returns the suites of a word: one, or with `all` every one.
    static List<Suite> named(String word) {
        return word.equals("all")
                ? List.of(values())
                : Optional.of(word).stream()
                        .flatMap(name ->
                                Stream.of(values()).filter(suite -> suite.word().equals(name)))
                        .toList();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Returns how the suite is run. A compile is measured once in each of several new JVMs, and
    /// the rest in one that has warmed up.
    ChainedOptionsBuilder options(Settings settings) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .threads(1)
                .shouldFailOnError(true)
                .jvmArgsAppend("-Xmx" + settings.heap(), "-XX:+UseParallelGC");
        benchmarks.forEach(type -> options.include("\\b" + type.getSimpleName() + "\\."));
        if (this != MEMORY && this != PEERS) {
            options.param("size", settings.size());
        }
        if (this == COMPILE) {
            return options.forks(COLD_FORK_COUNT)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .addProfiler(HeapProfiler.class);
        }
        return options.forks(1)
                .warmupIterations(settings.iterationCount())
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(settings.iterationCount())
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class);
    }
}
