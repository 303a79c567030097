package dev.cordon.conformance.netns.packets;

import static dev.cordon.conformance.netns.packets.PacketLab.FIRST;
import static dev.cordon.conformance.netns.packets.PacketLab.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Packets that are other than rules expect, and rules that mean more than one kind of packet.
@RequiresRoot
final class DisguisesNetnsTest {

    private static final int PORT = 22;
    private static final String HOST = "169.254.1.1";

    private final PacketLab lab = new PacketLab();

    @AfterEach
    void takeAway() {
        lab.close();
    }

    private static Flow tcp(int sourcePort, int port) {
        return Flow.tcp(SmallCloud.v4(FIRST), sourcePort, SmallCloud.v4(SECOND), port);
    }

    private static Flow tcp6(int sourcePort, int port) {
        return Flow.tcp(SmallCloud.v6(FIRST), sourcePort, SmallCloud.v6(SECOND), port);
    }

    /// Neutron: `next_port_closed`.
    @Test
    void nextPortClosed() {
        for (IpProtocol protocol : List.of(IpProtocol.TCP, IpProtocol.UDP)) {
            lab.admit(
                    SmallCloud.ports(protocol, PortRange.of(PORT), SmallCloud.ANYONE),
                    SmallCloud.ports(protocol, PortRange.of(PORT), SmallCloud.ANYONE_V6));
            for (Flow flow : List.of(tcp(1_000, PORT), tcp6(1_000, PORT))) {
                assertTrue(lab.passes(FIRST, SECOND, of(protocol, flow, PORT)));
                assertEquals(false, lab.passes(FIRST, SECOND, of(protocol, flow, PORT - 1)));
                assertEquals(false, lab.passes(FIRST, SECOND, of(protocol, flow, PORT + 1)));
            }
        }
    }

    private static Flow of(IpProtocol protocol, Flow flow, int port) {
        return protocol.equals(IpProtocol.TCP)
                ? Flow.tcp(flow.source(), 1_000 + port, flow.destination(), port)
                : Flow.udp(flow.source(), 1_000 + port, flow.destination(), port);
    }

    /// Kube-OVN: a rule for all protocols let UDP through and no TCP.
    @Test
    void allProtocolsAreAllProtocols() {
        lab.admit();
        everyProtocol(2_000).forEach(flow -> assertEquals(false, lab.passes(FIRST, SECOND, flow), flow.toString()));
        lab.admit(SmallCloud.everythingOf(SmallCloud.ANYONE), SmallCloud.everythingOf(SmallCloud.ANYONE_V6));
        everyProtocol(3_000).forEach(flow -> assertTrue(lab.passes(FIRST, SECOND, flow), flow.toString()));
    }

    private static List<Flow> everyProtocol(int sourcePort) {
        List<Flow> flows = new ArrayList<>();
        for (Flow flow : List.of(tcp(sourcePort, PORT), tcp6(sourcePort, PORT))) {
            flows.add(flow);
            flows.add(Flow.udp(flow.source(), sourcePort, flow.destination(), PORT));
            flows.add(Flow.ping(flow.source(), flow.destination()));
            for (int protocol : List.of(4, 41, 47, 50, 89, 112, 132, 254)) {
                flows.add(Flow.opaque(flow.source(), flow.destination(), new IpProtocol(protocol)));
            }
        }
        return flows;
    }

    /// Headers in front of TCP hide its port from nobody.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc8200#section-4 IPv6 extension headers
    @Test
    void extensionHeadersHideNoPort() {
        lab.admit(SmallCloud.ports(IpProtocol.TCP, PortRange.of(PORT), SmallCloud.ANYONE_V6));
        int[] routing = {43, 60};
        for (int header : routing) {
            assertEquals(false, lab.passes("tap0", "tap1", behind(header, tcp6(1_000, PORT + 1))));
            assertTrue(lab.passes("tap0", "tap1", behind(header, tcp6(1_000, PORT))));
        }
    }

    /// Returns the first packet of a flow with eight more bytes before TCP: padding, or a route
    /// that is at its end.
    private static byte[] behind(int header, Flow flow) {
        byte[] packet = FlowPackets.opening(flow, PacketNumber.next());
        ByteBuffer longer = ByteBuffer.allocate(packet.length + 8);
        longer.put(packet, 0, 40).put((byte) 6).put((byte) 0);
        byte[] inside = header == 60 ? new byte[] {1, 4, 0, 0, 0, 0} : new byte[6];
        longer.put(inside).put(packet, 40, packet.length - 40);
        longer.putShort(4, (short) (longer.capacity() - 40)).put(6, (byte) header);
        return longer.array();
    }

    /// A packet to the host that is to go on to a guest whom no rule lets it reach.
    @Test
    void sourceRoutedPacketsPassNowhere() {
        lab.host().ip(List.of("address add " + HOST + "/32 dev lo"));
        lab.admit();
        Flow flow = Flow.udp(SmallCloud.v4(FIRST), 1_000, IpAddress.of(HOST), PORT);
        for (int kind : new int[] {0x83, 0x89}) {
            ByteBuffer options = ByteBuffer.allocate(8);
            options.put((byte) kind).put((byte) 7).put((byte) 4).put(AddressBytes.of(SmallCloud.v4(SECOND)));
            byte[] body = Layer4Bytes.udp(flow, PacketNumber.payload(PacketNumber.next()));
            byte[] packet = IpBytes.withOptions(flow, options.array(), body);
            assertEquals(false, lab.passes("tap0", "tap1", packet));
        }
    }
}
