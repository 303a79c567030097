package dev.cordon.bench;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// Reports how much heap is in use, after a collection, when an iteration has ended.
public final class HeapProfiler implements InternalProfiler {

    static final String LABEL = "heap.used";

    private static final double BYTES_OF_MIB = 1 << 20;

    @Override
    public String getDescription() {
        return "heap in use after a collection";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return List.of(new ScalarResult(LABEL, used / BYTES_OF_MIB, "MiB", AggregationPolicy.MAX));
    }
}
