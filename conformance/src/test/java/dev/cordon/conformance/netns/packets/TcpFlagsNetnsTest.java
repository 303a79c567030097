package dev.cordon.conformance.netns.packets;

import static dev.cordon.conformance.netns.packets.Layer4Bytes.ACK;
import static dev.cordon.conformance.netns.packets.Layer4Bytes.FIN;
import static dev.cordon.conformance.netns.packets.Layer4Bytes.PSH;
import static dev.cordon.conformance.netns.packets.Layer4Bytes.RST;
import static dev.cordon.conformance.netns.packets.Layer4Bytes.SYN;
import static dev.cordon.conformance.netns.packets.Layer4Bytes.URG;
import static dev.cordon.conformance.netns.packets.PacketLab.FIRST;
import static dev.cordon.conformance.netns.packets.PacketLab.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.conformance.netns.packets.Layer4Bytes.Segment;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Games with the flags of TCP: what opens no connection starts no session, whatever a rule admits.
@RequiresRoot
final class TcpFlagsNetnsTest {

    private static final int PORT = 22;

    private static final Map<String, Integer> GAMES = Map.of(
            "no flag", 0,
            "SYN and FIN", SYN | FIN,
            "SYN and RST", SYN | RST,
            "XMAS", FIN | PSH | URG,
            "ACK without session", ACK,
            "SYN and ACK without session", SYN | ACK,
            "FIN without session", FIN,
            "FIN and ACK without session", FIN | ACK,
            "RST without session", RST,
            "everything", SYN | ACK | FIN | RST | PSH | URG);

    private final PacketLab lab = new PacketLab();
    private int lastSourcePort = 20_000;

    @AfterEach
    void takeAway() {
        lab.close();
    }

    @BeforeEach
    void admit() {
        lab.admit(
                SmallCloud.ports(IpProtocol.TCP, PortRange.of(PORT), SmallCloud.ANYONE),
                SmallCloud.ports(IpProtocol.TCP, PortRange.of(PORT), SmallCloud.ANYONE_V6));
    }

    private Flow v4(int port) {
        return Flow.tcp(SmallCloud.v4(FIRST), ++lastSourcePort, SmallCloud.v4(SECOND), port);
    }

    private Flow v6(int port) {
        return Flow.tcp(SmallCloud.v6(FIRST), ++lastSourcePort, SmallCloud.v6(SECOND), port);
    }

    @Test
    void flagsThatOpenNothingPassNowhere() {
        GAMES.forEach((name, flags) -> {
            for (Flow flow : new Flow[] {v4(PORT), v6(PORT), v4(PORT + 1), v6(PORT + 1)}) {
                byte[] packet = TcpSession.segment(flow, new Segment(flags, 1_000, 1_000));
                assertEquals(false, lab.passes("tap0", "tap1", packet), name + " " + flow);
            }
        });
        assertTrue(lab.passes(FIRST, SECOND, v4(PORT)));
        assertTrue(lab.passes(FIRST, SECOND, v6(PORT)));
    }

    /// A SYN with ACK from the side that no rule lets open anything.
    @Test
    void anAnswerToNothingOpensNothing() {
        Flow flow = v4(PORT);
        byte[] answer = FlowPackets.answer(flow, PacketNumber.next()).orElseThrow();
        assertEquals(false, lab.passes("tap1", "tap0", answer));
        assertTrue(lab.passes(FIRST, SECOND, flow));
        byte[] again = FlowPackets.answer(flow, PacketNumber.next()).orElseThrow();
        assertTrue(lab.passes("tap1", "tap0", again));
    }

    /// A reset whose sequence number is guessed wrongly is not part of the session.
    @Test
    void aBlindResetEndsNothing() {
        TcpSession session = TcpSession.open(lab, FIRST, SECOND, v4(PORT));
        byte[] reset = TcpSession.segment(session.flow(), new Segment(RST, 0x40000000, 0));
        assertEquals(false, lab.passes("tap0", "tap1", reset));
        assertTrue(session.goesOn(lab));
        assertTrue(session.isAnswered(lab));
    }
}
