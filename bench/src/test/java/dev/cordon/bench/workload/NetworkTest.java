package dev.cordon.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.bench.classbench.Trace;
import dev.cordon.bench.draw.FlowTable;
import dev.cordon.bench.draw.Names;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.verdict.Stage;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.spec.Spec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A small network, so that the spec can be asked.
final class NetworkTest {

    private static final int FLOW_COUNT = 1_000;
    private static final Network NETWORK = Network.of(WorkloadSize.SMALL);
    private static final FlowTable FLOWS = new Flows(NETWORK, 5).next(FLOW_COUNT);

    @Test
    void theSameSizeIsTheSameNetwork() {
        Network again = Network.of(WorkloadSize.SMALL);
        assertEquals(NETWORK.state(), again.state());
        FlowTable flows = new Flows(again, 5).next(FLOW_COUNT);
        for (int row = 0; row < FLOW_COUNT; row++) {
            assertEquals(FLOWS.flow(row), flows.flow(row));
        }
    }

    @Test
    void oneEniHasAThousandRules() {
        Eni busiest = NETWORK.state()
                .eni(Names.eni(NETWORK.memberships().busiestEni()))
                .orElseThrow();
        assertEquals(10, busiest.groups().size());
        List<Rule> rules = busiest.groups().stream()
                .flatMap(group -> NETWORK.state().rulesOf(group).stream())
                .toList();
        assertEquals(1_000, rules.size());
        assertEquals(1_000, rules.stream().map(Rule::match).distinct().count());
    }

    @Test
    void prefixListsAreFullAndAllKindsOfPeersOccur() {
        List<PrefixList> lists = objects(PrefixList.class).toList();
        assertThat(lists).extracting(list -> list.entries().size()).containsOnly(200);
        assertThat(lists).extracting(PrefixList::family).contains(AddressFamily.values());
        assertThat(objects(Rule.class).map(rule -> (Object) rule.match().peer().getClass()))
                .contains(Peer.Block.class, Peer.Group.class, Peer.Listed.class);
    }

    /// What ECS would refuse is no workload.
    @Test
    void noEniAndNoGroupIsAboveItsQuotas() {
        assertThat(NETWORK.state().enis()).allMatch(eni -> weight(eni) <= 1_000);
        assertThat(NETWORK.state().groups())
                .allMatch(group -> NETWORK.state().rulesOf(group.id()).stream()
                                .filter(rule -> rule.match().peer() instanceof Peer.Group)
                                .count()
                        <= 20);
    }

    private static int weight(Eni eni) {
        return eni.groups().stream()
                .flatMap(group -> NETWORK.state().rulesOf(group).stream())
                .mapToInt(NetworkTest::weight)
                .sum();
    }

    private static int weight(Rule rule) {
        int peers = rule.match().peer() instanceof Peer.Listed(var list)
                ? NETWORK.state().prefixList(list).orElseThrow().entryCountMax()
                : 1;
        int ports = rule.match().destinationPorts() instanceof PortMatch.Listed(var list)
                ? NETWORK.state().portList(list).orElseThrow().entryCountMax()
                : 1;
        return peers * ports;
    }

    private static <T> Stream<T> objects(Class<T> type) {
        return NETWORK.state().objects().filter(type::isInstance).map(type::cast);
    }

    @Test
    void theOracleSaysWhatTheSpecSaysAndHalfIsAccepted() {
        Spec spec = new Spec(Profile.ALIYUN_DEFAULT, NETWORK.state());
        Oracle oracle = new Oracle(NETWORK);
        for (int row = 0; row < FLOW_COUNT; row++) {
            Direction direction = FLOWS.direction(row);
            Flow flow = FLOWS.flow(row);
            Verdict wanted = spec.decide(Names.eni(FLOWS.eni(row)), direction, flow);
            assertEquals(wanted, oracle.decide(FLOWS.eni(row), direction, flow), flow.toString());
            if (row % 2 == 0) {
                assertEquals(Action.ACCEPT, wanted.action());
            }
        }
    }

    @Test
    void theOracleSaysWhatTheSpecSaysAtTheBusiestEni() {
        int busiest = NETWORK.memberships().busiestEni();
        FlowTable flows = Trace.of(NETWORK.busiestRules(), busiest, 200, 6);
        Spec spec = new Spec(Profile.ALIYUN_DEFAULT, NETWORK.state());
        Oracle oracle = new Oracle(NETWORK);
        for (int row = 0; row < flows.size(); row++) {
            Flow flow = flows.flow(row);
            assertEquals(
                    spec.decide(Names.eni(busiest), Direction.INGRESS, flow),
                    oracle.decide(busiest, Direction.INGRESS, flow));
        }
    }

    @Test
    void flowsAreOfAllKinds() {
        Oracle oracle = new Oracle(NETWORK);
        List<Verdict> verdicts = IntStream.range(0, FLOW_COUNT)
                .mapToObj(row -> oracle.decide(FLOWS.eni(row), FLOWS.direction(row), FLOWS.flow(row)))
                .toList();
        assertThat(verdicts)
                .extracting(Verdict::stage)
                .contains(Stage.INTRA_ACCEPT, Stage.CUSTOM, Stage.DEFAULT_ACCEPT, Stage.DEFAULT_DROP);
        assertThat(IntStream.range(0, FLOW_COUNT).mapToObj(FLOWS::flow))
                .extracting(Flow::family)
                .contains(AddressFamily.values());
    }

    @Test
    void repeatedFlowsAreDrawnByRank() {
        FlowTable repeated = new Flows(NETWORK, 7).repeated(FLOWS, 20_000);
        Map<Flow, Long> counts = IntStream.range(0, repeated.size())
                .mapToObj(repeated::flow)
                .collect(Collectors.groupingBy(flow -> flow, Collectors.counting()));
        double first = counts.getOrDefault(FLOWS.flow(0), 0L);
        double fourth = counts.getOrDefault(FLOWS.flow(3), 0L);
        assertThat(first / fourth).isBetween(3.3, 4.7);
        assertThat(counts.size()).isGreaterThan(900);
    }
}
