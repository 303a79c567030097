package dev.cordon.bench.engine;

import dev.cordon.bench.classbench.RuleCase;
import dev.cordon.bench.peer.Classifier;
import dev.cordon.bench.peer.Peers;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Reason.MatchedRule;
import dev.cordon.model.verdict.Verdict;
import java.util.Optional;
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

/// The engine on the rule sets and flows that its peers are measured with.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RulesBenchmark {

    private static final int CHECKED_FLOW_COUNT = 4_000;
    private static final int BATCH_LENGTH = 64;

    @Param({"sg-10", "sg-100", "sg-1000", "acl-1000", "fw-1000", "ipc-1000", "acl-10000", "fw-10000", "ipc-10000"})
    public String rules = "";

    private final Verdict[] batch = new Verdict[BATCH_LENGTH];
    private Decider.Prepared prepared = Decider.compiled(PolicyState.EMPTY).prepare(RuleCase.NONE.flows());
    private int next;

    /// Compares the rules that the engine names with those of a linear scan.
    @Setup
    public void setUp() {
        RuleCase rulesAndFlows = RuleCase.named(rules);
        prepared = Decider.compiled(rulesAndFlows.state()).prepare(rulesAndFlows.flows());
        Peers peers = Peers.of(rulesAndFlows.state(), rulesAndFlows.eni());
        Classifier oracle = peers.named("linear");
        for (int row = 0; row < CHECKED_FLOW_COUNT; row++) {
            Optional<RuleId> wanted = peers.rule(oracle.first(rulesAndFlows.flows(), row));
            Verdict got = prepared.decide(row);
            if (!wanted.equals(rule(got))) {
                throw new IllegalStateException(got + " instead of " + wanted);
            }
        }
    }

    private static Optional<RuleId> rule(Verdict verdict) {
        return verdict.reason() instanceof MatchedRule matched ? Optional.of(matched.rule()) : Optional.empty();
    }

    @Benchmark
    @OperationsPerInvocation(RuleCase.SLICE_LENGTH)
    public void one(Blackhole blackhole) {
        int end = next + RuleCase.SLICE_LENGTH;
        for (int row = next; row < end; row++) {
            blackhole.consume(prepared.decide(row));
        }
        next = end % RuleCase.FLOW_COUNT;
    }

    @Benchmark
    @OperationsPerInvocation(RuleCase.SLICE_LENGTH)
    public void batch(Blackhole blackhole) {
        int end = next + RuleCase.SLICE_LENGTH;
        for (int row = next; row < end; row += BATCH_LENGTH) {
            prepared.decideAll(row, batch);
            blackhole.consume(batch);
        }
        next = end % RuleCase.FLOW_COUNT;
    }
}
