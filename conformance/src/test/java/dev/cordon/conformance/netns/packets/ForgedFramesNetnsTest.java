package dev.cordon.conformance.netns.packets;

import static dev.cordon.conformance.netns.packets.PacketLab.FIRST;
import static dev.cordon.conformance.netns.packets.PacketLab.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.net.PortRange;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a guest sends in the frame of somebody else reaches nobody, whatever policy says.
///
/// Neutron: `mac_spoofing`.
@RequiresRoot
final class ForgedFramesNetnsTest {

    private static final int PORT = 22;
    private static final String FORGED = "inet cordon deny/egress/FORGED";

    private final PacketLab lab = new PacketLab();

    @AfterEach
    void takeAway() {
        lab.close();
    }

    @Test
    void aFrameOfAnotherSenderIsForged() {
        admit();
        for (Flow flow : List.of(tcp(1_000), tcp6(1_000))) {
            assertTrue(lab.passes(FIRST, SECOND, flow));
            assertEquals(false, arrives(SmallCloud.mac(SECOND), FlowPackets.opening(flow, PacketNumber.next())));
            assertEquals(false, arrives(Crossing.Station.OUTSIDE.mac(), fresh(flow)));
        }
        assertEquals(4, lab.host().counted(FORGED));
    }

    @Test
    void anotherSenderIsNoPartOfASession() {
        admit();
        byte[] opening = FlowPackets.opening(tcp(1_000), PacketNumber.next());
        assertTrue(lab.passes("tap0", "tap1", opening));
        byte[] answer = FlowPackets.answer(tcp(1_000), PacketNumber.next()).orElseThrow();
        assertTrue(lab.passes("tap1", "tap0", answer));
        assertEquals(false, arrives(SmallCloud.mac(SECOND), opening));
        assertTrue(arrives(SmallCloud.mac(FIRST), opening));
    }

    private void admit() {
        lab.admit(
                SmallCloud.ports(IpProtocol.TCP, PortRange.of(PORT), SmallCloud.ANYONE),
                SmallCloud.ports(IpProtocol.TCP, PortRange.of(PORT), SmallCloud.ANYONE_V6));
    }

    /// Tells whether a packet of the first guest gets to the second one in the frame of a sender.
    private boolean arrives(MacAddress sender, byte[] packet) {
        lab.host().send("tap0", sender, packet);
        return lab.across("tap0", "tap1", List.of()).stream()
                .anyMatch(arrived -> PacketNumber.of(arrived).equals(PacketNumber.of(packet)));
    }

    private static byte[] fresh(Flow flow) {
        return FlowPackets.opening(Flow.tcp(flow.source(), 2_000, flow.destination(), PORT), PacketNumber.next());
    }

    private static Flow tcp(int sourcePort) {
        return Flow.tcp(SmallCloud.v4(FIRST), sourcePort, SmallCloud.v4(SECOND), PORT);
    }

    private static Flow tcp6(int sourcePort) {
        return Flow.tcp(SmallCloud.v6(FIRST), sourcePort, SmallCloud.v6(SECOND), PORT);
    }
}
