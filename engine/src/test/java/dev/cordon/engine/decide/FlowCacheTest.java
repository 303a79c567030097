package dev.cordon.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport.Ports;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FlowCacheTest {

    private static final int ROOM = 64;

    @Test
    void aFlowThatWasNotKeptIsUnknown() {
        FlowColumns flows = randomFlows(200, 1);
        FlowCache cache = new FlowCache(ROOM);
        for (int row = 0; row < flows.size(); row++) {
            assertThat(cache.find(flows, row)).isNull();
        }
    }

    @Test
    void whatIsFoundIsWhatWasKeptOfThisVeryFlow() {
        FlowColumns flows = randomFlows(2_000, 2);
        List<Verdict> verdicts = new ArrayList<>();
        FlowCache cache = new FlowCache(ROOM);
        SplittableRandom random = new SplittableRandom(3);
        int found = 0;
        for (int i = 0; i < flows.size(); i++) {
            verdicts.add(Verdict.byDefault(Action.DROP, Direction.INGRESS));
        }
        for (int i = 0; i < 100_000; i++) {
            int row = random.nextInt(100 + i % 1_900);
            Verdict known = cache.find(flows, row);
            if (known == null) {
                cache.keep(flows, row, verdicts.get(row));
            } else {
                assertThat(known).isSameAs(verdicts.get(row));
                found++;
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void flowsThatDifferInOneThingAreDifferentFlows() {
        FlowColumns flows = new FlowColumns();
        Flow flow = flow(1, 2, 3, 4);
        flows.add(1, Direction.INGRESS, flow);
        flows.add(2, Direction.INGRESS, flow);
        flows.add(1, Direction.EGRESS, flow);
        flows.add(1, Direction.INGRESS, flow(9, 2, 3, 4));
        flows.add(1, Direction.INGRESS, flow(1, 9, 3, 4));
        flows.add(1, Direction.INGRESS, flow(1, 2, 9, 4));
        flows.add(1, Direction.INGRESS, flow(1, 2, 3, 9));
        FlowCache cache = new FlowCache(ROOM);
        cache.keep(flows, 0, Verdict.byDefault(Action.DROP, Direction.INGRESS));
        assertThat(cache.find(flows, 0)).isNotNull();
        for (int row = 1; row < flows.size(); row++) {
            assertThat(cache.find(flows, row)).as("row %s", row).isNull();
        }
    }

    @Test
    void roomThatIsNoPowerOfTwoIsRefused() {
        assertThatThrownBy(() -> new FlowCache(100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FlowCache(2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static FlowColumns randomFlows(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FlowColumns flows = new FlowColumns();
        for (int i = 0; i < count; i++) {
            flows.add(i, Direction.INGRESS, flow(random.nextInt(), random.nextInt(), i, random.nextInt(65_536)));
        }
        return flows;
    }

    private static Flow flow(int source, int destination, int sourcePort, int destinationPort) {
        return new Flow(
                new V4(source), new V4(destination), IpProtocol.TCP, new Ports(sourcePort, destinationPort), Mark.NONE);
    }
}
