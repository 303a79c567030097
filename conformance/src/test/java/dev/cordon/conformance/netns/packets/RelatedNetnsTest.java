package dev.cordon.conformance.netns.packets;

import static dev.cordon.conformance.netns.packets.PacketLab.FIRST;
import static dev.cordon.conformance.netns.packets.PacketLab.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.net.Transport.Icmp;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// ICMP errors: those that quote a session get through although no rule admits ICMP, from whichever
/// router on the way, or large packets vanish; no others do.
@RequiresRoot
final class RelatedNetnsTest {

    private static final int PORT = 443;
    private static final int NEXT_HOP_MTU = 1_280;

    private final PacketLab lab = new PacketLab();

    @AfterEach
    void takeAway() {
        lab.close();
    }

    @BeforeEach
    void admit() {
        lab.admit(
                SmallCloud.ports(IpProtocol.UDP, PortRange.of(PORT), SmallCloud.ANYONE),
                SmallCloud.ports(IpProtocol.UDP, PortRange.of(PORT), SmallCloud.ANYONE_V6));
    }

    private static Flow udp(AddressFamily family, int sourcePort, int port) {
        return switch (family) {
            case IPV4 -> Flow.udp(SmallCloud.v4(FIRST), sourcePort, SmallCloud.v4(SECOND), port);
            case IPV6 -> Flow.udp(SmallCloud.v6(FIRST), sourcePort, SmallCloud.v6(SECOND), port);
        };
    }

    private static IpAddress router(AddressFamily family) {
        return switch (family) {
            case IPV4 -> IpAddress.of("203.0.113.9");
            case IPV6 -> IpAddress.of("2001:db8:9::9");
        };
    }

    private static Icmp tooBig(AddressFamily family) {
        return family == AddressFamily.IPV4 ? new Icmp(3, 4) : new Icmp(2, 0);
    }

    private static Icmp portUnreachable(AddressFamily family) {
        return family == AddressFamily.IPV4 ? new Icmp(3, 3) : new Icmp(1, 4);
    }

    /// Returns an error about a packet, sent to whoever sent that one.
    private static byte[] error(IpAddress from, Icmp message, Flow about) {
        byte[] quoted = FlowPackets.opening(about, PacketNumber.next());
        byte[] number = PacketNumber.payload(PacketNumber.next());
        byte[] payload = ByteBuffer.allocate(quoted.length + number.length)
                .put(quoted)
                .put(number)
                .array();
        IpProtocol protocol = from.family() == AddressFamily.IPV4 ? IpProtocol.ICMP : IpProtocol.ICMPV6;
        Flow flow = new Flow(from, about.source(), protocol, message, Mark.NONE);
        return IpBytes.packet(flow, Layer4Bytes.icmp(flow, NEXT_HOP_MTU, payload));
    }

    /// AWS: a path MTU black hole.
    @ParameterizedTest
    @EnumSource
    void pathMtuErrorsGetThrough(AddressFamily family) {
        Flow flow = udp(family, 1_001, PORT);
        assertTrue(lab.passes(FIRST, SECOND, flow));
        byte[] fromRouter = error(router(family), tooBig(family), flow);
        assertTrue(lab.passes(TapHost.UPLINK, "tap0", fromRouter), "from a router outside");
        byte[] fromPeer = error(flow.destination(), tooBig(family), flow);
        assertTrue(lab.passes("tap1", "tap0", fromPeer), "from the other guest");
    }

    /// A guest forgets a session later than conntrack does, or the machine has just taken over.
    @ParameterizedTest
    @EnumSource
    void pathMtuErrorsAboutAForgottenSessionGetThrough(AddressFamily family) {
        Flow forgotten = udp(family, 1_006, PORT);
        assertTrue(lab.passes(TapHost.UPLINK, "tap0", error(router(family), tooBig(family), forgotten)));
    }

    /// Neutron: `related_connection`.
    @ParameterizedTest
    @EnumSource
    void relatedConnection(AddressFamily family) {
        Flow flow = udp(family, 1_002, PORT);
        assertTrue(lab.passes(FIRST, SECOND, flow));
        assertTrue(lab.passes("tap1", "tap0", error(flow.destination(), portUnreachable(family), flow)));
        assertTrue(lab.passes(TapHost.UPLINK, "tap0", error(router(family), portUnreachable(family), flow)));
    }

    @ParameterizedTest
    @EnumSource
    void anErrorThatQuotesNoSessionIsDropped(AddressFamily family) {
        Flow denied = udp(family, 1_003, PORT + 1);
        assertEquals(false, lab.passes(FIRST, SECOND, denied));
        assertEquals(false, lab.passes(TapHost.UPLINK, "tap0", error(router(family), portUnreachable(family), denied)));
        Flow never = udp(family, 1_004, PORT);
        assertEquals(false, lab.passes(TapHost.UPLINK, "tap0", error(router(family), portUnreachable(family), never)));
        assertEquals(false, lab.passes("tap1", "tap0", error(never.destination(), portUnreachable(family), never)));
    }

    /// A guest may not tell another one about a session that is not its own from a forged address.
    @ParameterizedTest
    @EnumSource
    void aGuestCannotForgeARoutersError(AddressFamily family) {
        Flow flow = udp(family, 1_005, PORT);
        assertTrue(lab.passes(FIRST, SECOND, flow));
        assertEquals(false, lab.passes("tap2", "tap0", error(router(family), tooBig(family), flow)));
        assertEquals(false, lab.passes("tap2", "tap0", error(flow.destination(), tooBig(family), flow)));
    }
}
