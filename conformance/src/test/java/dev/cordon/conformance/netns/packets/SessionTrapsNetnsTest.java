package dev.cordon.conformance.netns.packets;

import static dev.cordon.conformance.netns.packets.PacketLab.FIRST;
import static dev.cordon.conformance.netns.packets.PacketLab.GROUP;
import static dev.cordon.conformance.netns.packets.PacketLab.OTHER_GROUP;
import static dev.cordon.conformance.netns.packets.PacketLab.SECOND;
import static dev.cordon.conformance.netns.packets.PacketLab.THIRD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.RuleMatch;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What became somebody's outage when policy met sessions that were open, or about to be.
@RequiresRoot
final class SessionTrapsNetnsTest {

    private static final int PORT = 22;
    private static final int BLINK_COUNT = 50;

    private final PacketLab lab = new PacketLab();
    private int lastSourcePort = 20_000;

    @AfterEach
    void takeAway() {
        lab.close();
    }

    private static RuleMatch tcp(int port, Peer peer) {
        return SmallCloud.ports(IpProtocol.TCP, PortRange.of(port), peer);
    }

    private Flow tcp(int from, int to, int port) {
        return Flow.tcp(SmallCloud.v4(from), ++lastSourcePort, SmallCloud.v4(to), port);
    }

    /// Neutron: `established_connection_is_cut`.
    @Test
    void establishedConnectionIsCut() {
        lab.admit(tcp(PORT, SmallCloud.ANYONE));
        TcpSession session = TcpSession.open(lab, FIRST, SECOND, tcp(FIRST, SECOND, PORT));
        lab.admit();
        assertEquals(false, session.isAnswered(lab));
        assertEquals(false, session.goesOn(lab));
        lab.admit(tcp(PORT, SmallCloud.ANYONE));
        assertEquals(false, session.goesOn(lab), "it does not come back to life in the middle");
    }

    /// Conntrack does not keep the mark of the first packet by itself, and without it policy drops
    /// the session.
    @Test
    void aSessionOfALoadBalancerOutlivesAChangeThatIsNotAboutIt() {
        lab.admit();
        Flow flow = new Flow(
                SmallCloud.v4(THIRD),
                SmallCloud.v4(SECOND),
                IpProtocol.TCP,
                new Transport.Ports(999, 80),
                Mark.LOAD_BALANCER);
        TcpSession session = TcpSession.open(lab, THIRD, SECOND, flow);
        lab.admit(tcp(9_999, SmallCloud.ANYONE));
        assertTrue(session.goesOn(lab));
        assertTrue(session.isAnswered(lab));
    }

    /// Calico: a connection that is still allowed was cut together with one that is not.
    @Test
    void onlyWhatIsNoLongerAllowedIsCut() {
        lab.admit(tcp(PORT, SmallCloud.ANYONE), tcp(PORT + 1, SmallCloud.ANYONE));
        TcpSession ended = TcpSession.open(lab, FIRST, SECOND, tcp(FIRST, SECOND, PORT));
        TcpSession kept = TcpSession.open(lab, FIRST, SECOND, tcp(FIRST, SECOND, PORT + 1));
        lab.admit(tcp(PORT + 1, SmallCloud.ANYONE));
        assertEquals(false, ended.goesOn(lab));
        assertTrue(kept.goesOn(lab));
        assertTrue(kept.isAnswered(lab));
    }

    /// Neutron: `preventing_firewall_blink`.
    @Test
    void preventingFirewallBlink() {
        lab.admit(tcp(PORT, SmallCloud.ANYONE));
        TcpSession session = TcpSession.open(lab, FIRST, SECOND, tcp(FIRST, SECOND, PORT));
        for (int i = 0; i < BLINK_COUNT; i++) {
            lab.admit(tcp(1_000 + i, SmallCloud.ANYONE), tcp(PORT, SmallCloud.ANYONE));
            assertTrue(session.goesOn(lab), "after change " + i);
            assertTrue(session.isAnswered(lab), "after change " + i);
            assertTrue(lab.passes(FIRST, SECOND, tcp(FIRST, SECOND, PORT)), "a new one after change " + i);
        }
    }

    /// Felix: the first SYNs were stuck after the policy that lets them through had arrived.
    @Test
    void firstSynPassesOncePolicyHasArrived() {
        lab.admit();
        Flow flow = tcp(FIRST, SECOND, PORT);
        for (int i = 0; i < 3; i++) {
            assertEquals(false, lab.passes(FIRST, SECOND, flow));
        }
        lab.admit(tcp(PORT, SmallCloud.ANYONE));
        assertTrue(TcpSession.open(lab, FIRST, SECOND, flow).isAnswered(lab));
    }

    /// Calico: a member that left was denied before the rule that still admitted it was gone.
    @Test
    void aMemberThatMovesBetweenTwoAdmittedGroupsLosesNothing() {
        Entity mate = SmallCloud.admitting(GROUP, 1, tcp(PORT, new Peer.Group(GROUP)));
        Entity other = SmallCloud.admitting(GROUP, 2, tcp(PORT, new Peer.Group(OTHER_GROUP)));
        lab.enforce(List.of(mate, other));
        TcpSession session = TcpSession.open(lab, FIRST, SECOND, tcp(FIRST, SECOND, PORT));
        for (int i = 0; i < BLINK_COUNT / 2; i++) {
            lab.enforce(List.of(mate, other, SmallCloud.guest(FIRST, i % 2 == 0 ? OTHER_GROUP : GROUP)));
            assertTrue(session.goesOn(lab));
            assertTrue(lab.passes(FIRST, SECOND, tcp(FIRST, SECOND, PORT)));
        }
        lab.enforce(List.of(mate, SmallCloud.guest(FIRST, OTHER_GROUP)));
        assertEquals(false, session.goesOn(lab));
    }

    /// Terraform's provider for Alibaba: two rules of one port and two peers had one id.
    @Test
    void twoRulesOfOnePortAndTwoPeersAreTwoRules() {
        Peer first = new Peer.Block(SmallCloud.v4(FIRST).asBlock());
        Peer third = new Peer.Block(SmallCloud.v4(THIRD).asBlock());
        lab.admit(tcp(PORT, first), tcp(PORT, third));
        assertTrue(lab.passes(FIRST, SECOND, tcp(FIRST, SECOND, PORT)));
        assertTrue(lab.passes(THIRD, SECOND, tcp(THIRD, SECOND, PORT)));
        lab.admit(tcp(PORT, third));
        assertEquals(false, lab.passes(FIRST, SECOND, tcp(FIRST, SECOND, PORT)));
        assertTrue(lab.passes(THIRD, SECOND, tcp(THIRD, SECOND, PORT)));
    }

    /// Cilium: after an update that was tried again a group's set was empty.
    @Test
    void aGroupThatIsEmptiedAndFilledAgainIsAsBefore() {
        Entity rule = SmallCloud.admitting(GROUP, 1, tcp(PORT, new Peer.Group(OTHER_GROUP)));
        for (int i = 0; i < BLINK_COUNT / 10; i++) {
            lab.enforce(List.of(rule));
            assertTrue(lab.passes(THIRD, SECOND, tcp(THIRD, SECOND, PORT)));
            lab.enforce(List.of(rule, SmallCloud.guest(THIRD)));
            assertEquals(false, lab.passes(THIRD, SECOND, tcp(THIRD, SECOND, PORT)));
        }
    }
}
