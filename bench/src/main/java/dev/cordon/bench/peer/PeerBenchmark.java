package dev.cordon.bench.peer;

import dev.cordon.bench.classbench.RuleCase;
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

/// The classifiers of the comparison on rule sets of one ENI.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeerBenchmark {

    private static final int CHECKED_FLOW_COUNT = 4_000;

    @Param({"sg-10", "sg-100", "sg-1000", "acl-1000", "fw-1000", "ipc-1000", "acl-10000", "fw-10000", "ipc-10000"})
    public String rules = "";

    @Param({"linear", "tuple-space", "decision-tree"})
    public String classifier = "";

    private RuleCase rulesAndFlows = RuleCase.NONE;
    private Classifier underTest = (flows, row) -> Classifier.NONE;
    private int next;

    @Setup
    public void setUp() {
        rulesAndFlows = RuleCase.named(rules);
        Peers peers = Peers.of(rulesAndFlows.state(), rulesAndFlows.eni());
        underTest = peers.named(classifier);
        peers.check(underTest, rulesAndFlows.flows(), CHECKED_FLOW_COUNT);
    }

    @Benchmark
    @OperationsPerInvocation(RuleCase.SLICE_LENGTH)
    public void one(Blackhole blackhole) {
        int end = next + RuleCase.SLICE_LENGTH;
        for (int row = next; row < end; row++) {
            blackhole.consume(underTest.first(rulesAndFlows.flows(), row));
        }
        next = end % RuleCase.FLOW_COUNT;
    }
}
