package dev.cordon.spec;

import static dev.cordon.model.Sketch.eni;
import static dev.cordon.model.Sketch.isolated;
import static dev.cordon.model.Sketch.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.RuleSketch;
import dev.cordon.model.Sketch;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Packet;
import dev.cordon.model.net.Packet.Detail;
import dev.cordon.model.net.TcpFlag;
import dev.cordon.model.net.Transport;
import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.TcpPickup;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Reason.PlatformAllow;
import dev.cordon.model.verdict.Reason.Service;
import dev.cordon.model.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `eni-1` lets everything out and lets HTTPS in; `eni-2` is another ENI of the same group.
final class SessionsTest {

    private static final EniId ONE = new EniId("eni-1");
    private static final EniId TWO = new EniId("eni-2");
    private static final IpAddress LOCAL = IpAddress.of("192.0.2.11");
    private static final IpAddress PEER = IpAddress.of("203.0.113.5");

    private static final Rule HTTPS =
            RuleSketch.ingress("sg-1", "sgr-4").tcp(443).rule();
    private static final Rule NO_MORE_OUT =
            RuleSketch.egress("sg-1", "sgr-6").drops().rule();
    private static final PolicyState STATE =
            state(isolated("sg-1"), HTTPS, eni("eni-1", "192.0.2.11", "sg-1"), eni("eni-2", "192.0.2.12", "sg-1"));

    private static final Verdict SESSION = Verdict.ofSession();
    private static final Verdict RELATED = Verdict.ofRelatedError();
    private static final Verdict OUT = Verdict.byDefault(Action.ACCEPT, Direction.EGRESS);
    private static final Verdict NOT_OUT = Verdict.byDefault(Action.DROP, Direction.EGRESS);
    private static final Verdict NOT_IN = Verdict.byDefault(Action.DROP, Direction.INGRESS);

    private static final Packet QUERY = Packet.of(Flow.udp(LOCAL, 5_001, PEER, 53));
    private static final Packet ANSWER = Packet.of(Flow.udp(PEER, 53, LOCAL, 5_001));

    private final Sessions sessions = new Sessions(Profile.ALIYUN_DEFAULT, STATE);

    @Test
    void anAcceptInOneDirectionImpliesTheReplies() {
        assertEquals(NOT_IN, in(0, ANSWER));
        assertEquals(OUT, out(1, QUERY));
        assertEquals(SESSION, in(2, ANSWER));
        assertEquals(SESSION, out(3, QUERY));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"54, 5001", "53, 5002"})
    void anotherPortIsAnotherConnection(int source, int destination) {
        out(0, QUERY);
        assertEquals(NOT_IN, in(1, Packet.of(Flow.udp(PEER, source, LOCAL, destination))));
    }

    /// The tuple of an answer is an answer only if it goes the other way.
    @Test
    void aTupleBelongsToItsDirection() {
        out(0, QUERY);
        assertEquals(OUT, out(1, ANSWER));
        assertEquals(NOT_IN, sessions.receive(at(1), TWO, Direction.INGRESS, QUERY));
    }

    @Test
    void aReplyAtAnotherEniIsANewFlow() {
        out(0, QUERY);
        assertEquals(NOT_IN, sessions.receive(at(1), TWO, Direction.INGRESS, ANSWER));
    }

    @Test
    void whatIsDroppedLeavesNothingBehind() {
        assertEquals(NOT_IN, in(0, ANSWER));
        assertEquals(OUT, out(1, QUERY));
    }

    @Test
    void askingChangesNothing() {
        assertEquals(OUT, sessions.decide(at(0), ONE, Direction.EGRESS, QUERY));
        assertEquals(NOT_IN, in(1, ANSWER));
        out(2, QUERY);
        assertEquals(SESSION, sessions.decide(at(30), ONE, Direction.INGRESS, ANSWER));
        assertEquals(NOT_IN, sessions.decide(at(33), ONE, Direction.INGRESS, ANSWER));
    }

    /// Every kind of connection has its time of idleness; the last moment of it still counts.
    @ParameterizedTest(name = "{0}: {1} s")
    @CsvSource({"6, 910", "17, 30", "1, 30", "47, 30"})
    void aSessionEndsWhenItHasBeenIdleForLongerThanItMay(int protocol, int idleMaxSeconds) {
        Packet query = packet(protocol, LOCAL, PEER);
        Packet answer = packet(protocol, PEER, LOCAL);
        assertEquals(OUT, out(0, query));
        assertEquals(SESSION, in(idleMaxSeconds, answer));
        assertEquals(SESSION, out(2 * idleMaxSeconds, query));
        assertEquals(NOT_IN, in(3 * idleMaxSeconds + 1, answer));
    }

    private static Packet packet(int protocol, IpAddress from, IpAddress to) {
        Transport transport = switch (protocol) {
            case 6, 17 -> from.equals(LOCAL) ? new Transport.Ports(5_001, 53) : new Transport.Ports(53, 5_001);
            case 1 -> new Icmp(from.equals(LOCAL) ? 8 : 0, 0);
            default -> new Transport.Opaque();
        };
        return Packet.of(new Flow(from, to, new IpProtocol(protocol), transport, Mark.NONE));
    }

    @Test
    void anEniMaySetItsOwnTimes() {
        TrackingTimeouts timeouts =
                new TrackingTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(15), Duration.ofSeconds(10));
        Sessions shorter = new Sessions(
                Profile.ALIYUN_DEFAULT,
                state(
                        isolated("sg-1"),
                        eni("eni-1", "192.0.2.11", "sg-1")
                                .with(new EniSettings(MacAddress.of("00:00:00:00:00:01"), timeouts, Smtp.UNBLOCKED))));
        shorter.receive(at(0), ONE, Direction.EGRESS, QUERY);
        assertEquals(SESSION, shorter.receive(at(10), ONE, Direction.INGRESS, ANSWER));
        assertEquals(NOT_IN, shorter.receive(at(21), ONE, Direction.INGRESS, ANSWER));
    }

    /// A connection is over for good if both sides have finished it, or one has reset it.
    @ParameterizedTest(name = "out {0}, in {1}: ends after {2} s")
    @CsvSource({"ACK, ACK, 910", "FIN, ACK, 910", "ACK, FIN, 910", "FIN, FIN, 3", "RST, ACK, 3", "ACK, RST, 3"})
    void aFinishedConnectionIsSoonForgotten(TcpFlag out, TcpFlag in, int idleMaxSeconds) {
        out(0, segment(LOCAL, 5_003, PEER, 22, TcpFlag.SYN));
        assertEquals(SESSION, out(1, segment(LOCAL, 5_003, PEER, 22, out)));
        assertEquals(SESSION, in(2, segment(PEER, 22, LOCAL, 5_003, in)));
        Packet late = segment(PEER, 22, LOCAL, 5_003, TcpFlag.ACK);
        assertEquals(SESSION, sessions.decide(at(2 + idleMaxSeconds), ONE, Direction.INGRESS, late));
        assertEquals(NOT_IN, in(3 + idleMaxSeconds, late));
    }

    /// An error passes if what it quotes, which went the other way, belongs to a session.
    @Test
    void anErrorAboutALiveSessionPasses() {
        out(0, QUERY);
        assertEquals(RELATED, in(1, portUnreachable(PEER, LOCAL, QUERY)));
        assertEquals(NOT_IN, in(2, portUnreachable(PEER, LOCAL, ANSWER)));
        assertEquals(NOT_IN, in(40, portUnreachable(PEER, LOCAL, QUERY)));
    }

    @Test
    void anErrorBeginsNoSession() {
        out(0, QUERY);
        Packet error = portUnreachable(PEER, LOCAL, QUERY);
        assertEquals(RELATED, in(25, error));
        assertEquals(NOT_IN, in(31, error));
    }

    @Test
    void aChangeEndsTheSessionsThatWouldNotBeginNow() {
        out(0, QUERY);
        assertEquals(Verdict.matched(HTTPS), in(1, opening()));
        sessions.change(STATE.apply(Sketch.puts(NO_MORE_OUT)));
        assertEquals(NOT_IN, in(2, ANSWER));
        assertEquals(SESSION, out(2, segment(LOCAL, 443, PEER, 5_004, TcpFlag.ACK)));
    }

    @Test
    void oneProfileKeepsSessionsThroughChanges() {
        Sessions keeping = new Sessions(Profile.named("keep-sessions").orElseThrow(), STATE);
        keeping.receive(at(0), ONE, Direction.EGRESS, QUERY);
        keeping.change(STATE.apply(Sketch.puts(NO_MORE_OUT)));
        assertEquals(SESSION, keeping.receive(at(1), ONE, Direction.INGRESS, ANSWER));
        assertEquals(
                Verdict.matched(NO_MORE_OUT),
                keeping.receive(at(1), ONE, Direction.EGRESS, Packet.of(Flow.udp(LOCAL, 5_009, PEER, 53))));
    }

    @Test
    void theSessionsOfAnEniGoWithIt() {
        Sessions keeping = new Sessions(Profile.named("keep-sessions").orElseThrow(), STATE);
        keeping.receive(at(0), ONE, Direction.EGRESS, QUERY);
        keeping.change(state(isolated("sg-1")));
        assertEquals(Verdict.noGroup(ONE), keeping.receive(at(1), ONE, Direction.INGRESS, ANSWER));
        keeping.change(STATE);
        assertEquals(NOT_IN, keeping.receive(at(2), ONE, Direction.INGRESS, ANSWER));
    }

    /// Loose pickup judges a segment from the middle as a new flow; strict pickup drops it, unless
    /// the platform says that it passes.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"SYN, false", "ACK, true", "FIN, true", "RST, true"})
    void onlyStrictPickupRefusesWhatOpensNoConnection(TcpFlag flag, boolean refused) {
        Packet segment = segment(LOCAL, 5_003, PEER, 22, flag);
        Sessions strict = new Sessions(Profile.ALIYUN_DEFAULT.with(TcpPickup.STRICT), STATE);
        assertEquals(refused ? NOT_OUT : OUT, strict.receive(at(0), ONE, Direction.EGRESS, segment));
        assertEquals(OUT, out(0, segment));
    }

    @Test
    void strictPickupLeavesAllElseAsItIs() {
        Sessions strict = new Sessions(
                Profile.ALIYUN_DEFAULT.with(TcpPickup.STRICT),
                STATE.apply(Sketch.puts(
                        RuleSketch.egress("sg-1", "sgr-6").tcp(22).drops().rule())));
        Packet dropped = segment(LOCAL, 5_003, PEER, 22, TcpFlag.ACK);
        Packet metadata = segment(LOCAL, 5_005, IpAddress.of("100.100.100.200"), 80, TcpFlag.ACK);
        assertEquals(
                "CUSTOM",
                strict.receive(at(0), ONE, Direction.EGRESS, dropped).stage().name());
        assertEquals(
                new Verdict(Action.ACCEPT, new PlatformAllow(Service.METADATA)),
                strict.receive(at(0), ONE, Direction.EGRESS, metadata));
        assertEquals(OUT, strict.receive(at(0), ONE, Direction.EGRESS, QUERY));
    }

    private Verdict out(int seconds, Packet packet) {
        return sessions.receive(at(seconds), ONE, Direction.EGRESS, packet);
    }

    private Verdict in(int seconds, Packet packet) {
        return sessions.receive(at(seconds), ONE, Direction.INGRESS, packet);
    }

    private static Instant at(int seconds) {
        return Instant.EPOCH.plusSeconds(seconds);
    }

    private static Packet opening() {
        return segment(PEER, 5_004, LOCAL, 443, TcpFlag.SYN);
    }

    private static Packet segment(IpAddress from, int source, IpAddress to, int destination, TcpFlag flag) {
        return new Packet(Flow.tcp(from, source, to, destination), new Detail.Flags(Set.of(flag)));
    }

    private static Packet portUnreachable(IpAddress from, IpAddress to, Packet about) {
        Flow flow = new Flow(from, to, IpProtocol.ICMP, new Icmp(3, 3), Mark.NONE);
        return new Packet(flow, new Detail.Quote(about.tuple()));
    }
}
