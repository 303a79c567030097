package dev.cordon.engine.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.Direction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FlowColumnsTest {

    /// So many that the columns grow several times.
    private static final int FLOW_COUNT = 1_000;

    private record Row(int eni, Direction direction, Flow flow) {}

    @Test
    void givesBackEveryFlowAsItWasAdded() {
        List<Row> rows = rows(Chance.seeded(11));
        FlowColumns columns = new FlowColumns();
        rows.forEach(row -> columns.add(row.eni(), row.direction(), row.flow()));
        assertEquals(FLOW_COUNT, columns.size());
        assertEquals(rows, read(columns));
    }

    @Test
    void mayBeClearedAndFilledAgain() {
        FlowColumns columns = new FlowColumns();
        rows(Chance.seeded(12)).forEach(row -> columns.add(row.eni(), row.direction(), row.flow()));
        columns.clear();
        assertEquals(0, columns.size());
        List<Row> others = rows(Chance.seeded(13)).subList(0, 3);
        others.forEach(row -> columns.add(row.eni(), row.direction(), row.flow()));
        assertEquals(others, read(columns));
    }

    @Test
    void showsWhatDecidingLooksAt() {
        FlowColumns columns = new FlowColumns();
        IpAddress local = IpAddress.of("192.0.2.11");
        IpAddress peer = IpAddress.of("203.0.113.5");
        columns.add(5, Direction.INGRESS, Flow.ping(IpAddress.of("::9"), IpAddress.of("::8")));
        columns.add(
                7,
                Direction.EGRESS,
                new Flow(local, peer, IpProtocol.UDP, new Transport.Ports(65_535, 53), Mark.PLATFORM_PROBE));
        assertEquals(7, columns.eni(1));
        assertEquals(17, columns.protocol(1));
        assertEquals(AddressFamily.IPV4.ordinal(), columns.family(1));
        assertEquals(false, columns.isV6(1));
        assertEquals(true, columns.isV6(0));
        assertEquals(Direction.EGRESS.ordinal(), columns.direction(1));
        assertEquals(true, columns.isEgress(1));
        assertEquals(false, columns.isEgress(0));
        assertEquals(Mark.PLATFORM_PROBE.ordinal(), columns.mark(1));
        assertEquals(65_535, columns.sourcePort(1));
        assertEquals(53, columns.destinationPort(1));
        assertEquals(0xcb007105L, columns.peerLow(1));
        assertEquals(0xc000020bL, columns.localLow(1));
        assertEquals(0, columns.peerHigh(1));
        assertEquals(0, columns.localHigh(1));
    }

    /// Addresses of both families with all their bits, and every mark, direction and transport.
    private static List<Row> rows(Chance chance) {
        RandomFlows flows = new RandomFlows(chance, new RandomStates(chance).next());
        List<Row> rows = new ArrayList<>();
        while (rows.size() < FLOW_COUNT) {
            rows.add(new Row(chance.between(0, 1_000_000), chance.of(Direction.values()), flows.next()));
        }
        return rows;
    }

    private static List<Row> read(FlowColumns columns) {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < columns.size(); row++) {
            Direction direction = Direction.values()[columns.direction(row)];
            rows.add(new Row(columns.eni(row), direction, columns.flow(row)));
        }
        return rows;
    }
}
