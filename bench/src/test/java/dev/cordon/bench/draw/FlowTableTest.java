package dev.cordon.bench.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FlowTableTest {

    @Test
    void givesBackWhatWasPutIn() {
        IpAddress one = IpAddress.of("203.0.113.7");
        IpAddress other = IpAddress.of("192.0.2.9");
        IpAddress one6 = IpAddress.of("2001:db8::7");
        IpAddress other6 = IpAddress.of("2001:db8:ffff::9");
        List<Flow> flows = List.of(
                Flow.tcp(one, 65_535, other, 22),
                Flow.udp(other6, 53, one6, 40_000),
                Flow.ping(one, other),
                Flow.ping(one6, other6),
                Flow.opaque(one, other, new IpProtocol(255)));
        FlowTable table = new FlowTable(2 * flows.size());
        for (Direction direction : Direction.values()) {
            flows.forEach(flow -> table.add(table.size() + 100, direction, flow));
        }
        for (int row = 0; row < table.size(); row++) {
            assertEquals(flows.get(row % flows.size()), table.flow(row));
            assertEquals(row + 100, table.eni(row));
            assertEquals(Direction.values()[row / flows.size()], table.direction(row));
        }
        assertEquals(0xcb007107, table.peerBits(0));
        assertEquals(0xc0000209, table.localBits(0));
        assertEquals(0xc0000209, table.peerBits(flows.size()));
    }
}
