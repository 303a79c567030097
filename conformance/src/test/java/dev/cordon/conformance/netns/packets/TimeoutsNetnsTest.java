package dev.cordon.conformance.netns.packets;

import static dev.cordon.conformance.netns.packets.PacketLab.FIRST;
import static dev.cordon.conformance.netns.packets.PacketLab.GROUP;
import static dev.cordon.conformance.netns.packets.PacketLab.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.Conntrack;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.agent.kernel.TrackedSession;
import dev.cordon.agent.kernel.TrackedSession.State;
import dev.cordon.conformance.netns.packets.Layer4Bytes.Segment;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.TrackingTimeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The kernel keeps sessions as long as the settings of their ENIs say.
@RequiresRoot
final class TimeoutsNetnsTest {

    private static final int PORT = 443;

    /// What may have gone by on a slow machine since the last packet of a session.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final TrackingTimeouts LONG = timeouts(910, 90, 100);
    private static final TrackingTimeouts SHORT = timeouts(700, 12, 20);

    private final PacketLab lab = new PacketLab();
    private int lastSourcePort = 20_000;

    @AfterEach
    void takeAway() {
        lab.close();
    }

    private static TrackingTimeouts timeouts(int established, int closed, int udp) {
        return new TrackingTimeouts(
                Duration.ofSeconds(established), Duration.ofSeconds(closed), Duration.ofSeconds(udp));
    }

    private void enforce(TrackingTimeouts ofFirst, TrackingTimeouts ofSecond) {
        lab.enforce(List.of(
                admitting(1, SmallCloud.ANYONE),
                admitting(2, SmallCloud.ANYONE_V6),
                guest(FIRST, ofFirst, GROUP),
                guest(SECOND, ofSecond, GROUP)));
    }

    private static Entity admitting(int number, Peer peer) {
        return SmallCloud.admitting(GROUP, number, SmallCloud.everythingOf(peer));
    }

    private static Eni guest(int number, TrackingTimeouts timeouts, SecurityGroupId group) {
        Eni eni = SmallCloud.guest(number, group);
        return eni.with(eni.settings().with(timeouts));
    }

    private static IpAddress address(AddressFamily family, int guest) {
        return switch (family) {
            case IPV4 -> SmallCloud.v4(guest);
            case IPV6 -> SmallCloud.v6(guest);
        };
    }

    private Flow udp(AddressFamily family) {
        return Flow.udp(address(family, FIRST), ++lastSourcePort, address(family, SECOND), PORT);
    }

    private TrackedSession open(Flow datagram) {
        assertTrue(lab.passes(FIRST, SECOND, datagram));
        return session(datagram);
    }

    private TcpSession tcp(AddressFamily family) {
        Flow flow = Flow.tcp(address(family, FIRST), ++lastSourcePort, address(family, SECOND), PORT);
        return TcpSession.open(lab, FIRST, SECOND, flow);
    }

    private TrackedSession session(Flow flow) {
        return lab.host().namespace().call(() -> {
            List<TrackedSession> sessions = new ArrayList<>();
            try (Conntrack conntrack = Conntrack.open()) {
                conntrack.sessions(sessions::clear, sessions::add);
            }
            return sessions.stream()
                    .filter(session -> session.entry().flow().equals(flow))
                    .findFirst()
                    .orElseThrow();
        });
    }

    private static void assertKept(int seconds, TrackedSession session) {
        Duration given = Duration.ofSeconds(seconds);
        Duration left = session.timeLeft();
        assertTrue(left.compareTo(given) <= 0 && left.compareTo(given.minus(PATIENCE)) > 0, session.toString());
    }

    @ParameterizedTest
    @EnumSource(AddressFamily.class)
    void theShorterTimeoutsOfBothSidesCount(AddressFamily family) {
        enforce(LONG, LONG);
        assertKept(100, open(udp(family)));
        assertKept(910, session(tcp(family).flow()));
        enforce(LONG, SHORT);
        assertKept(20, open(udp(family)));
        assertKept(700, session(tcp(family).flow()));
        enforce(timeouts(500, 90, 100), SHORT);
        assertKept(20, open(udp(family)));
        assertKept(500, session(tcp(family).flow()));
    }

    @ParameterizedTest
    @EnumSource(AddressFamily.class)
    void aSessionKeepsTheTimeoutsThatItBeganWith(AddressFamily family) {
        enforce(LONG, LONG);
        TcpSession session = tcp(family);
        enforce(SHORT, SHORT);
        assertKept(700, session(tcp(family).flow()));
        assertTrue(session.goesOn(lab));
        assertKept(910, session(session.flow()));
    }

    @ParameterizedTest
    @EnumSource(AddressFamily.class)
    void aClosedSessionIsSoonForgotten(AddressFamily family) {
        enforce(LONG, LONG);
        TcpSession session = tcp(family);
        assertTrue(lab.passes(
                session.to(),
                session.from(),
                TcpSession.segment(
                        FlowPackets.reversed(session.flow()),
                        new Segment(Layer4Bytes.RST | Layer4Bytes.ACK, TcpSession.NEXT, TcpSession.NEXT))));
        TrackedSession closed = session(session.flow());
        assertEquals(State.CLOSE, closed.state());
        assertKept(90, closed);
    }
}
