package dev.cordon.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.Packet;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.TcpPickup;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTableTest {

    private static final EniId ENI = new EniId("eni-1");
    private static final Instant START = Instant.EPOCH;
    private static final IpAddress LOCAL = IpAddress.of("10.0.0.1");
    private static final IpAddress PEER = IpAddress.of("203.0.113.5");
    private static final Verdict ACCEPT = Verdict.byDefault(Action.ACCEPT, Direction.EGRESS);
    private static final Verdict DROP = Verdict.byDefault(Action.DROP, Direction.INGRESS);

    private final SessionTable table =
            new SessionTable(ENI, TrackingTimeouts.DEFAULT, new SessionTable.Settings(TcpPickup.LOOSE, 2));

    /// Lets everything out and nothing in, unless it is closed altogether.
    private static Policy policy(Verdict out) {
        return Policy.of((eni, direction, flow) -> direction == Direction.EGRESS ? out : DROP, EMPTY);
    }

    private static final PolicyState EMPTY = PolicyState.EMPTY;

    private static Packet query(int port) {
        return Packet.of(Flow.udp(LOCAL, port, PEER, 53));
    }

    private static Packet answer(int port) {
        return Packet.of(Flow.udp(PEER, 53, LOCAL, port));
    }

    private Passage out(int atSeconds, int port) {
        return table.receive(START.plusSeconds(atSeconds), Direction.EGRESS, query(port), policy(ACCEPT));
    }

    private Passage in(int atSeconds, int port) {
        return table.receive(START.plusSeconds(atSeconds), Direction.INGRESS, answer(port), policy(ACCEPT));
    }

    @Test
    void aPacketForWhoseSessionThereIsNoRoomIsDroppedByName() {
        assertEquals(new Passage.Decided(ACCEPT), out(0, 5001));
        assertEquals(new Passage.Decided(ACCEPT), out(1, 5002));
        assertEquals(new Passage.TableFull(ENI, 2), out(2, 5003));
        assertEquals(new Passage.Decided(DROP), in(3, 5003));
        assertEquals(2, table.count());
    }

    @Test
    void aFullTableStillServesTheSessionsThatItHas() {
        out(0, 5001);
        out(1, 5002);
        assertEquals(new Passage.Decided(Verdict.ofSession()), in(2, 5001));
        assertEquals(new Passage.Decided(Verdict.ofSession()), out(3, 5002));
    }

    @Test
    void whatExpiresMakesRoom() {
        out(0, 5001);
        out(20, 5002);
        assertEquals(new Passage.Decided(ACCEPT), out(31, 5003));
        assertEquals(2, table.count());
        assertEquals(new Passage.Decided(DROP), in(31, 5001));
    }

    @Test
    void aPacketKeepsItsSessionAliveAheadOfOlderOnes() {
        out(0, 5001);
        out(1, 5002);
        in(29, 5001);
        assertEquals(new Passage.Decided(Verdict.ofSession()), in(59, 5001));
        assertEquals(1, table.count());
    }

    @Test
    void decidingLeavesNothingBehind() {
        assertEquals(ACCEPT, table.decide(START, Direction.EGRESS, query(5001), policy(ACCEPT)));
        assertEquals(0, table.count());
    }

    @Test
    void judgingAgainEndsWhatWouldNotBeginNow() {
        out(0, 5001);
        out(0, 5002);
        assertEquals(0, table.judgeAgain(policy(ACCEPT)));
        assertEquals(2, table.judgeAgain(policy(Verdict.byDefault(Action.DROP, Direction.EGRESS))));
        assertEquals(0, table.count());
        assertEquals(new Passage.Decided(DROP), in(1, 5001));
    }

    @Test
    void shorterTimesHoldForSessionsThatAreThereAlready() {
        out(0, 5001);
        table.set(new TrackingTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(3), Duration.ofSeconds(10)));
        assertEquals(new Passage.Decided(DROP), in(11, 5001));
    }

    @Test
    void anEniThatNobodyKnowsIsClosed() {
        SessionTables tables = new SessionTables(Profile.ALIYUN_DEFAULT, 2, policy(ACCEPT));
        assertEquals(
                new Passage.Decided(Verdict.noGroup(ENI)), tables.receive(START, ENI, Direction.EGRESS, query(5001)));
        assertEquals(Optional.empty(), policy(ACCEPT).timeouts(ENI));
    }
}
