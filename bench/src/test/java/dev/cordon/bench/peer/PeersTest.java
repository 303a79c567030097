package dev.cordon.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.bench.classbench.RuleCase;
import dev.cordon.bench.draw.FlowTable;
import dev.cordon.bench.draw.Names;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.verdict.Reason.MatchedRule;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.spec.Spec;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PeersTest {

    private static final int ALLOCATING_FLOW_COUNT = 10_000;

    static Stream<String> cases() {
        return Stream.of("sg", "acl", "fw", "ipc")
                .flatMap(shape -> Stream.of(10, 1_000).map(count -> shape + "-" + count));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void allClassifiersFindTheRuleThatALinearScanFinds(String name) {
        RuleCase rules = RuleCase.named(name);
        Peers peers = Peers.of(rules.state(), rules.eni());
        for (String classifier : Peers.names()) {
            assertDoesNotThrow(() -> peers.check(peers.named(classifier), rules.flows(), 5_000), classifier);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sg-300", "acl-300", "fw-300", "ipc-300"})
    void aLinearScanFindsTheRuleThatTheSpecNames(String name) {
        RuleCase rules = RuleCase.named(name);
        Peers peers = Peers.of(rules.state(), rules.eni());
        Classifier linear = peers.named("linear");
        Spec spec = new Spec(Profile.ALIYUN_DEFAULT, rules.state());
        for (int row = 0; row < 200; row++) {
            Verdict wanted =
                    spec.decide(Names.eni(0), Direction.INGRESS, rules.flows().flow(row));
            assertEquals(rule(wanted), peers.rule(linear.first(rules.flows(), row)));
        }
    }

    private static Optional<RuleId> rule(Verdict verdict) {
        return verdict.reason() instanceof MatchedRule matched ? Optional.of(matched.rule()) : Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acl-1000", "fw-1000", "ipc-1000"})
    void tracesReachMostRules(String name) {
        RuleCase rules = RuleCase.named(name);
        Classifier linear = Peers.of(rules.state(), rules.eni()).named("linear");
        long reached = IntStream.range(0, rules.flows().size())
                .map(row -> linear.first(rules.flows(), row))
                .distinct()
                .count();
        assertThat(reached).isGreaterThan(600);
    }

    @Test
    void aWrongClassifierIsNoticed() {
        RuleCase rules = RuleCase.named("sg-10");
        Peers peers = Peers.of(rules.state(), rules.eni());
        Classifier wrong = (flows, row) -> 0;
        assertThrows(IllegalStateException.class, () -> peers.check(wrong, rules.flows(), 1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "tuple-space", "decision-tree"})
    void classifyingAllocatesNothing(String name) {
        RuleCase rules = RuleCase.named("ipc-1000");
        Classifier classifier = Peers.of(rules.state(), rules.eni()).named(name);
        sum(classifier, rules.flows());
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        sum(classifier, rules.flows());
        long perFlow = (threads.getCurrentThreadAllocatedBytes() - before) / ALLOCATING_FLOW_COUNT;
        assertEquals(0, perFlow);
    }

    private static long sum(Classifier classifier, FlowTable flows) {
        long sum = 0;
        for (int row = 0; row < ALLOCATING_FLOW_COUNT; row++) {
            sum += classifier.first(flows, row);
        }
        return sum;
    }
}
