package dev.cordon.engine.session;

import static dev.cordon.model.Sketch.eni;
import static dev.cordon.model.Sketch.isolated;
import static dev.cordon.model.Sketch.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.compile.Compiler;
import dev.cordon.model.RuleSketch;
import dev.cordon.model.Sketch;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.net.Packet;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.model.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Two ENIs that let everything out and nothing in.
final class SessionTablesTest {

    private static final EniId ONE = new EniId("eni-1");
    private static final EniId TWO = new EniId("eni-2");
    private static final IpAddress PEER = IpAddress.of("203.0.113.5");
    private static final IpAddress LOCAL = IpAddress.of("192.0.2.11");

    private static final PolicyState STATE =
            state(isolated("sg-1"), eni("eni-1", "192.0.2.11", "sg-1"), eni("eni-2", "192.0.2.12", "sg-1"));
    private static final Rule NO_DNS =
            RuleSketch.egress("sg-1", "sgr-4").drops().rule();
    private static final PolicyState CLOSED = STATE.apply(Sketch.puts(NO_DNS));

    private static final Packet QUERY = Packet.of(Flow.udp(LOCAL, 5_001, PEER, 53));
    private static final Packet ANSWER = Packet.of(Flow.udp(PEER, 53, LOCAL, 5_001));

    private static final Verdict SESSION = Verdict.ofSession();
    private static final Verdict OUT = Verdict.byDefault(Action.ACCEPT, Direction.EGRESS);
    private static final Verdict NOT_IN = Verdict.byDefault(Action.DROP, Direction.INGRESS);

    private final SessionTables tables = tables(Profile.ALIYUN_DEFAULT);

    private static SessionTables tables(Profile profile) {
        return new SessionTables(profile, 2, policy(STATE));
    }

    private static Policy policy(PolicyState state) {
        List<EniId> enis = state.enis().map(Eni::id).toList();
        return Policy.of(Compiler.view(Profile.ALIYUN_DEFAULT, state, Revision.NONE, enis)::decide, state);
    }

    @Test
    void everyEniHasATableOfItsOwn() {
        assertEquals(OUT, out(tables, 0));
        assertEquals(SESSION, tables.decide(at(1), ONE, Direction.INGRESS, ANSWER));
        assertEquals(NOT_IN, tables.decide(at(1), TWO, Direction.INGRESS, ANSWER));
        assertEquals(SESSION, in(tables, 1));
    }

    @Test
    void anUnknownEniIsClosed() {
        EniId unknown = new EniId("eni-9");
        assertEquals(Verdict.noGroup(unknown), tables.decide(at(0), unknown, Direction.EGRESS, QUERY));
        assertEquals(
                new Passage.Decided(Verdict.noGroup(unknown)), tables.receive(at(0), unknown, Direction.EGRESS, QUERY));
    }

    @Test
    void theTablesOfAllEnisHaveTheSameRoom() {
        out(tables, 0);
        tables.receive(at(0), ONE, Direction.EGRESS, Packet.of(Flow.udp(LOCAL, 5_002, PEER, 53)));
        assertEquals(
                new Passage.TableFull(ONE, 2),
                tables.receive(at(0), ONE, Direction.EGRESS, Packet.of(Flow.udp(LOCAL, 5_003, PEER, 53))));
    }

    @Test
    void anotherPolicyEndsTheSessionsThatWouldNotBeginUnderIt() {
        out(tables, 0);
        tables.change(policy(CLOSED), List.of(ONE));
        assertEquals(NOT_IN, in(tables, 1));
        assertEquals(Verdict.matched(NO_DNS), out(tables, 2));
    }

    @Test
    void onlyAffectedEnisAreJudgedAgain() {
        out(tables, 0);
        tables.change(policy(CLOSED), List.of(TWO));
        assertEquals(SESSION, in(tables, 1));
    }

    @Test
    void oneProfileKeepsSessionsThroughChanges() {
        SessionTables keeping = tables(Profile.named("keep-sessions").orElseThrow());
        out(keeping, 0);
        keeping.change(policy(CLOSED), List.of(ONE, TWO));
        assertEquals(SESSION, in(keeping, 1));
    }

    @Test
    void theSessionsOfAnEniGoWithIt() {
        SessionTables keeping = tables(Profile.named("keep-sessions").orElseThrow());
        out(keeping, 0);
        keeping.change(policy(state(isolated("sg-1"))), List.of(ONE));
        assertEquals(Verdict.noGroup(ONE), in(keeping, 1));
        keeping.change(policy(STATE), List.of(ONE));
        assertEquals(NOT_IN, in(keeping, 2));
    }

    @Test
    void longerTimesHoldForTheSessionsThatLiveStill() {
        out(tables, 0);
        tables.change(policy(patient()), List.of(ONE));
        assertEquals(SESSION, in(tables, 100));
    }

    /// What had expired under the old times does not come back under the new ones.
    @Test
    void longerTimesBringNoSessionBack() {
        out(tables, 0);
        tables.receive(at(31), TWO, Direction.EGRESS, QUERY);
        tables.change(policy(patient()), List.of(ONE));
        assertEquals(NOT_IN, in(tables, 32));
    }

    /// `eni-1` waits for 100 s instead of 30.
    private static PolicyState patient() {
        TrackingTimeouts timeouts =
                new TrackingTimeouts(Duration.ofSeconds(910), Duration.ofSeconds(3), Duration.ofSeconds(100));
        return STATE.apply(Sketch.puts(eni("eni-1", "192.0.2.11", "sg-1")
                .with(new EniSettings(MacAddress.of("00:00:00:00:00:01"), timeouts, Smtp.UNBLOCKED))));
    }

    @Test
    void aPolicyKnowsTheTimesOfItsEnis() {
        assertEquals(Optional.of(TrackingTimeouts.DEFAULT), policy(STATE).timeouts(ONE));
        assertEquals(Optional.empty(), policy(STATE).timeouts(new EniId("eni-9")));
    }

    private static Verdict out(SessionTables tables, int seconds) {
        return verdict(tables.receive(at(seconds), ONE, Direction.EGRESS, QUERY));
    }

    private static Verdict in(SessionTables tables, int seconds) {
        return verdict(tables.receive(at(seconds), ONE, Direction.INGRESS, ANSWER));
    }

    private static Verdict verdict(Passage passage) {
        return switch (passage) {
            case Passage.Decided(Verdict verdict) -> verdict;
            case Passage.TableFull full -> throw new AssertionError(full);
        };
    }

    private static Instant at(int seconds) {
        return Instant.EPOCH.plusSeconds(seconds);
    }
}
