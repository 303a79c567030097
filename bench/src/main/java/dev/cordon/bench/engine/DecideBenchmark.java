package dev.cordon.bench.engine;

import dev.cordon.bench.classbench.Trace;
import dev.cordon.bench.draw.FlowTable;
import dev.cordon.bench.workload.Flows;
import dev.cordon.bench.workload.Network;
import dev.cordon.bench.workload.Oracle;
import dev.cordon.bench.workload.WorkloadSize;
import dev.cordon.model.net.Flow;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// Deciding in the whole network: one flow at a time, and in batches.
///
/// The flows are `pairs`, a million that are drawn alike; `repeated`, of which 65,536 come again
/// and again by Zipf; `remembered`, the same, at a decider that remembers; and `busiest`, a million
/// at the ENI with 1,000 rules.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecideBenchmark {

    private static final int PAIR_COUNT = 1 << 20;
    private static final int REPEATED_FLOW_COUNT = 65_536;
    private static final int TRACE_LENGTH = 1 << 18;
    private static final int CHECKED_FLOW_COUNT = 20_000;
    private static final int SLICE_LENGTH = 4_096;
    private static final int BATCH_LENGTH = 64;
    private static final long SEED = 17;

    @Param({"stage-b"})
    public String size = "";

    @Param({"pairs", "repeated", "remembered", "busiest"})
    public String trace = "";

    private final Verdict[] batch = new Verdict[BATCH_LENGTH];
    private FlowTable flows = new FlowTable(0);
    private Decider.Prepared prepared = Decider.compiled(PolicyState.EMPTY).prepare(flows);
    private int next;

    /// Compares the engine with the oracle before anything is measured.
    @Setup
    public void setUp() {
        Network network = Network.of(WorkloadSize.named(size));
        flows = flows(network);
        Decider.Prepared plain = Decider.compiled(network.state()).prepare(flows);
        prepared = trace.equals("remembered") ? plain.remembering(2 * REPEATED_FLOW_COUNT) : plain;
        Oracle oracle = new Oracle(network);
        for (int row = 0; row < CHECKED_FLOW_COUNT; row++) {
            Flow flow = flows.flow(row);
            Verdict wanted = oracle.decide(flows.eni(row), flows.direction(row), flow);
            Verdict got = prepared.decide(row);
            if (!wanted.equals(got)) {
                throw new IllegalStateException(got + " instead of " + wanted + " for `" + flow + "`");
            }
        }
    }

    private FlowTable flows(Network network) {
        return switch (trace) {
            case "pairs" -> new Flows(network, SEED).next(PAIR_COUNT);
            case "repeated", "remembered" -> {
                Flows maker = new Flows(network, SEED);
                yield maker.repeated(maker.next(REPEATED_FLOW_COUNT), TRACE_LENGTH);
            }
            case "busiest" ->
                Trace.of(network.busiestRules(), network.memberships().busiestEni(), PAIR_COUNT, SEED);
            default -> throw new IllegalArgumentException("no flows `" + trace + "`");
        };
    }

    @Benchmark
    @OperationsPerInvocation(SLICE_LENGTH)
    public void one(Blackhole blackhole) {
        int end = next + SLICE_LENGTH;
        for (int row = next; row < end; row++) {
            blackhole.consume(prepared.decide(row));
        }
        next = end % flows.size();
    }

    @Benchmark
    @OperationsPerInvocation(SLICE_LENGTH)
    public void batch(Blackhole blackhole) {
        int end = next + SLICE_LENGTH;
        for (int row = next; row < end; row += BATCH_LENGTH) {
            prepared.decideAll(row, batch);
            blackhole.consume(batch);
        }
        next = end % flows.size();
    }
}
