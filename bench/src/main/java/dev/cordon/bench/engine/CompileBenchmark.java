package dev.cordon.bench.engine;

import dev.cordon.bench.workload.Network;
import dev.cordon.bench.workload.WorkloadSize;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Compiling the whole network, once in the life of a JVM.
///
/// What a policy takes is the difference of the heaps that `compile` and `stateAlone` end
/// with. Both keep the state, in a place that outlives the benchmark's own objects.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CompileBenchmark {

    @Param({"stage-b"})
    public String size = "";

    private static Object kept = "";

    private PolicyState state = PolicyState.EMPTY;

    @Setup
    public void setUp() {
        state = Network.of(WorkloadSize.named(size)).state();
    }

    @Benchmark
    public Object compile() {
        kept = List.of(state, Decider.compiled(state));
        return kept;
    }

    @Benchmark
    public Object stateAlone() {
        kept = state;
        return kept;
    }
}
