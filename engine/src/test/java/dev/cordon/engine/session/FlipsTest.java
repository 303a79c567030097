package dev.cordon.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.engine.decide.Condition;
import dev.cordon.engine.decide.Condition.DestinationPorts;
import dev.cordon.engine.decide.Condition.PeerIn;
import dev.cordon.engine.decide.Condition.PeerNotIn;
import dev.cordon.engine.decide.Condition.Protocol;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FlipsTest {

    private static final Verdict ACCEPT = Verdict.sharedGroup(new SecurityGroupId("sg-1"));
    private static final Verdict DROP = Verdict.byDefault(Action.DROP, Direction.EGRESS);
    private static final AddressSet A = set("192.0.2.1");
    private static final AddressSet B = set("192.0.2.2");
    private static final AddressSet AB = set("192.0.2.1", "192.0.2.2");
    private static final Peers NOBODY = new Peers.Nobody();
    private static final Peers ANYBODY = new Peers.Anybody();

    private static AddressSet set(String... blocks) {
        return AddressSet.union(Stream.of(blocks).map(CidrBlock::of).toList());
    }

    private static Clause clause(Verdict verdict, Condition... conditions) {
        return new Clause(List.of(conditions), verdict);
    }

    private static Clauses closed(Clause... clauses) {
        return new Clauses(Direction.INGRESS, List.of(clauses), DROP);
    }

    @Test
    void whatIsTheSameTurnsNobody() {
        Clause clause = clause(ACCEPT, new PeerIn(A));
        assertThat(Flips.between(closed(clause), closed(clause))).isEqualTo(NOBODY);
    }

    @Test
    void openingTurnsNobody() {
        Clause one = clause(ACCEPT, new PeerIn(A));
        Clause two = clause(ACCEPT, new PeerIn(B));
        assertThat(Flips.between(closed(one), closed(two, one))).isEqualTo(NOBODY);
        assertThat(Flips.between(closed(clause(DROP, new PeerIn(A)), two), closed(two)))
                .isEqualTo(NOBODY);
    }

    @Test
    void aRuleThatGoesTurnsItsPeers() {
        Clause one = clause(ACCEPT, new PeerIn(A));
        Clause two = clause(ACCEPT, new PeerIn(B));
        assertThat(Flips.between(closed(one, two), closed(two))).isEqualTo(new Peers.Among(A));
    }

    @Test
    void aDropThatComesTurnsItsPeers() {
        Clause one = clause(ACCEPT, new PeerIn(AB));
        assertThat(Flips.between(closed(one), closed(clause(DROP, new PeerIn(B)), one)))
                .isEqualTo(new Peers.Among(B));
    }

    @Test
    void aMemberThatLeavesIsTheOnlyOneTurned() {
        Protocol tcp = new Protocol(IpProtocol.TCP);
        assertThat(Flips.between(
                        closed(clause(ACCEPT, tcp, new PeerIn(AB))), closed(clause(ACCEPT, tcp, new PeerIn(A)))))
                .isEqualTo(new Peers.Among(B));
        assertThat(Flips.between(
                        closed(clause(ACCEPT, tcp, new PeerIn(A))), closed(clause(ACCEPT, tcp, new PeerIn(AB)))))
                .isEqualTo(NOBODY);
        assertThat(Flips.between(closed(clause(DROP, new PeerIn(A))), closed(clause(DROP, new PeerIn(AB)))))
                .isEqualTo(new Peers.Among(B));
    }

    @Test
    void whoIsExceptedIsTurned() {
        assertThat(Flips.between(closed(clause(ACCEPT, new PeerNotIn(A))), closed(clause(ACCEPT, new PeerNotIn(AB)))))
                .isEqualTo(new Peers.Among(B));
    }

    @Test
    void otherPortsTurnAllPeersOfTheRule() {
        Protocol tcp = new Protocol(IpProtocol.TCP);
        Clause one = clause(ACCEPT, tcp, ports(22), new PeerIn(A));
        Clause two = clause(ACCEPT, tcp, ports(23), new PeerIn(A));
        assertThat(Flips.between(closed(one), closed(two))).isEqualTo(new Peers.Among(A));
    }

    private static DestinationPorts ports(int port) {
        return new DestinationPorts(List.of(new PortRange(port, port)));
    }

    @Test
    void anotherDefaultTurnsAnybody() {
        Clauses open = new Clauses(Direction.EGRESS, List.of(), Verdict.byDefault(Action.ACCEPT, Direction.EGRESS));
        Clauses closed = new Clauses(Direction.EGRESS, List.of(), DROP);
        assertThat(Flips.between(open, closed)).isEqualTo(ANYBODY);
        assertThat(Flips.between(closed, open)).isEqualTo(NOBODY);
    }

    /// The drop in front had caught the flow, and no longer does.
    @Test
    void anAcceptThatTurnsToDropTurnsThePeersOfBoth() {
        Clauses before = closed(clause(ACCEPT, new PeerIn(A)));
        Clauses after = closed(clause(DROP, new PeerIn(B)));
        assertThat(Flips.between(before, after)).isEqualTo(new Peers.Among(AB));
    }
}
