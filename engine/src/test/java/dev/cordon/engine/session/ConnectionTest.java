package dev.cordon.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Packet;
import dev.cordon.model.net.Packet.Detail;
import dev.cordon.model.net.TcpFlag;
import dev.cordon.model.net.Transport;
import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile.TcpPickup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Reason.PlatformAllow;
import dev.cordon.model.verdict.Reason.Service;
import dev.cordon.model.verdict.Verdict;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How connections of each protocol begin, live and end at an ENI that lets everything out and
/// nothing in.
final class ConnectionTest {

    private static final EniId ENI = new EniId("eni-1");
    private static final IpAddress LOCAL = IpAddress.of("192.0.2.11");
    private static final IpAddress PEER = IpAddress.of("203.0.113.5");

    private static final Verdict SESSION = Verdict.ofSession();
    private static final Verdict RELATED = Verdict.ofRelatedError();
    private static final Verdict OUT = Verdict.byDefault(Action.ACCEPT, Direction.EGRESS);
    private static final Verdict NOT_OUT = Verdict.byDefault(Action.DROP, Direction.EGRESS);
    private static final Verdict NOT_IN = Verdict.byDefault(Action.DROP, Direction.INGRESS);

    private static final Packet QUERY = Packet.of(Flow.udp(LOCAL, 5_001, PEER, 53));
    private static final Packet ANSWER = Packet.of(Flow.udp(PEER, 53, LOCAL, 5_001));

    private final SessionTable table = table(TcpPickup.LOOSE);

    private static SessionTable table(TcpPickup pickup) {
        return new SessionTable(ENI, TrackingTimeouts.DEFAULT, SessionTable.Settings.of(pickup));
    }

    private static Policy policy(Verdict out) {
        return Policy.of((eni, direction, flow) -> direction == Direction.EGRESS ? out : NOT_IN, PolicyState.EMPTY);
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
        assertEquals(0, table.count());
    }

    private static Packet packet(int protocol, IpAddress from, IpAddress to) {
        Transport transport = switch (protocol) {
            case 6, 17 -> from.equals(LOCAL) ? new Transport.Ports(5_001, 53) : new Transport.Ports(53, 5_001);
            case 1 -> new Icmp(from.equals(LOCAL) ? 8 : 0, 0);
            default -> new Transport.Opaque();
        };
        return Packet.of(new Flow(from, to, new IpProtocol(protocol), transport, Mark.NONE));
    }

    /// A connection is over for good if both sides have finished it, or one has reset it.
    @ParameterizedTest(name = "out {0}, in {1}: ends after {2} s")
    @CsvSource({"ACK, ACK, 910", "FIN, ACK, 910", "ACK, FIN, 910", "FIN, FIN, 3", "RST, ACK, 3", "ACK, RST, 3"})
    void aFinishedConnectionIsSoonForgotten(TcpFlag out, TcpFlag in, int idleMaxSeconds) {
        out(0, segment(LOCAL, 5_003, PEER, 22, TcpFlag.SYN));
        assertEquals(SESSION, out(1, segment(LOCAL, 5_003, PEER, 22, out)));
        assertEquals(SESSION, in(2, segment(PEER, 22, LOCAL, 5_003, in)));
        Packet late = segment(PEER, 22, LOCAL, 5_003, TcpFlag.ACK);
        assertEquals(SESSION, decide(2 + idleMaxSeconds, Direction.INGRESS, late));
        assertEquals(NOT_IN, decide(3 + idleMaxSeconds, Direction.INGRESS, late));
        assertEquals(NOT_IN, in(3 + idleMaxSeconds, late));
        assertEquals(0, table.count());
    }

    /// What one packet begins and resets is over at once, but passes.
    @Test
    void aResetThatBeginsAConnectionEndsItToo() {
        Packet reset = segment(LOCAL, 5_003, PEER, 22, TcpFlag.RST);
        assertEquals(OUT, out(0, reset));
        assertEquals(SESSION, in(3, segment(PEER, 22, LOCAL, 5_003, TcpFlag.ACK)));
        assertEquals(NOT_IN, in(7, segment(PEER, 22, LOCAL, 5_003, TcpFlag.ACK)));
    }

    /// An error passes if what it quotes, which went the other way, belongs to a session. It begins
    /// none and keeps none alive.
    @Test
    void anErrorAboutALiveSessionPasses() {
        out(0, QUERY);
        assertEquals(RELATED, in(25, portUnreachable(QUERY)));
        assertEquals(RELATED, decide(30, Direction.INGRESS, portUnreachable(QUERY)));
        assertEquals(NOT_IN, in(26, portUnreachable(ANSWER)));
        assertEquals(1, table.count());
        assertEquals(NOT_IN, in(31, portUnreachable(QUERY)));
    }

    /// Nothing answers an error that the policy lets out.
    @Test
    void aMessageThatNothingAnswersHasOneWay() {
        Packet error = Packet.of(new Flow(LOCAL, PEER, IpProtocol.ICMP, new Icmp(3, 3), Mark.NONE));
        assertEquals(OUT, out(0, error));
        assertEquals(SESSION, out(1, error));
        assertEquals(1, table.judgeAgain(policy(NOT_OUT)));
        assertEquals(0, table.count());
    }

    @Test
    void aTupleBelongsToItsDirection() {
        out(0, QUERY);
        assertEquals(OUT, out(1, ANSWER));
        assertEquals(2, table.count());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"SYN, false", "ACK, true", "FIN, true", "RST, true"})
    void onlyStrictPickupRefusesWhatOpensNoConnection(TcpFlag flag, boolean refused) {
        Packet segment = segment(LOCAL, 5_003, PEER, 22, flag);
        Verdict strict = table(TcpPickup.STRICT).decide(at(0), Direction.EGRESS, segment, policy(OUT));
        assertEquals(refused ? NOT_OUT : OUT, strict);
        assertEquals(OUT, decide(0, Direction.EGRESS, segment));
    }

    @Test
    void strictPickupLeavesToItsReasonWhatIsDroppedAnyway() {
        Verdict closed = Verdict.noGroup(ENI);
        Packet segment = segment(LOCAL, 5_003, PEER, 22, TcpFlag.ACK);
        assertEquals(closed, table(TcpPickup.STRICT).decide(at(0), Direction.EGRESS, segment, policy(closed)));
    }

    @Test
    void strictPickupRefusesNothingOfThePlatform() {
        Verdict platform = new Verdict(Action.ACCEPT, new PlatformAllow(Service.METADATA));
        Verdict shared = Verdict.sharedGroup(new SecurityGroupId("sg-1"));
        Packet segment = segment(LOCAL, 5_003, PEER, 80, TcpFlag.ACK);
        SessionTable strict = table(TcpPickup.STRICT);
        assertEquals(platform, strict.decide(at(0), Direction.EGRESS, segment, policy(platform)));
        assertEquals(NOT_OUT, strict.decide(at(0), Direction.EGRESS, segment, policy(shared)));
    }

    /// Sessions are judged by their first packets, whichever way they went.
    @Test
    void judgingAgainLooksAtTheFirstPacket() {
        Verdict in = Verdict.sharedGroup(new SecurityGroupId("sg-2"));
        Policy inward =
                Policy.of((eni, direction, flow) -> direction == Direction.INGRESS ? in : NOT_OUT, PolicyState.EMPTY);
        table.receive(at(0), Direction.INGRESS, ANSWER, inward);
        assertEquals(SESSION, out(1, QUERY));
        out(2, segment(LOCAL, 5_003, PEER, 22, TcpFlag.SYN));
        assertEquals(1, table.judgeAgain(inward));
        assertEquals(SESSION, out(3, QUERY));
        assertEquals(OUT, out(3, segment(LOCAL, 5_003, PEER, 22, TcpFlag.SYN)));
    }

    /// The queue keeps its order through removals at its ends and in its middle.
    @ParameterizedTest(name = "touching {0}")
    @CsvSource({"0", "1", "2", "3"})
    void whateverIsTouchedTheOthersExpireInTurn(int touched) {
        for (int i = 0; i < 4; i++) {
            out(i, Packet.of(Flow.udp(LOCAL, 5_010 + i, PEER, 53)));
        }
        out(20, Packet.of(Flow.udp(LOCAL, 5_010 + touched, PEER, 53)));
        for (int now = 31; now <= 34; now++) {
            table.expire(at(now));
            int expired = now - 30;
            int others = touched < expired ? expired - 1 : expired;
            assertEquals(4 - others, table.count(), "at " + now);
        }
        table.expire(at(50));
        assertEquals(1, table.count());
        table.expire(at(51));
        assertEquals(0, table.count());
    }

    private Verdict out(int seconds, Packet packet) {
        return receive(seconds, Direction.EGRESS, packet);
    }

    private Verdict in(int seconds, Packet packet) {
        return receive(seconds, Direction.INGRESS, packet);
    }

    private Verdict receive(int seconds, Direction direction, Packet packet) {
        return switch (table.receive(at(seconds), direction, packet, policy(OUT))) {
            case Passage.Decided(Verdict verdict) -> verdict;
            case Passage.TableFull full -> throw new AssertionError(full);
        };
    }

    private Verdict decide(int seconds, Direction direction, Packet packet) {
        return table.decide(at(seconds), direction, packet, policy(OUT));
    }

    private static Instant at(int seconds) {
        return Instant.EPOCH.plusSeconds(seconds);
    }

    private static Packet segment(IpAddress from, int source, IpAddress to, int destination, TcpFlag flag) {
        return new Packet(Flow.tcp(from, source, to, destination), new Detail.Flags(Set.of(flag)));
    }

    private static Packet portUnreachable(Packet about) {
        Flow flow = new Flow(PEER, LOCAL, IpProtocol.ICMP, new Icmp(3, 3), Mark.NONE);
        return new Packet(flow, new Detail.Quote(about.tuple()));
    }
}
