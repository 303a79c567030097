package dev.cordon.engine.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.decide.Condition.DestinationPorts;
import dev.cordon.engine.decide.Condition.IcmpMessage;
import dev.cordon.engine.decide.Condition.LocalIn;
import dev.cordon.engine.decide.Condition.Marked;
import dev.cordon.engine.decide.Condition.PeerIn;
import dev.cordon.engine.decide.Condition.PeerNotIn;
import dev.cordon.engine.decide.Condition.Protocol;
import dev.cordon.engine.decide.Condition.SourcePorts;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.net.Transport;
import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClausesTest {

    private static final IpAddress PEER = IpAddress.of("203.0.113.5");
    private static final IpAddress LOCAL = IpAddress.of("192.0.2.11");
    private static final IpAddress PEER_V6 = IpAddress.of("2001:db8::5");
    private static final IpAddress LOCAL_V6 = IpAddress.of("2001:db8::11");

    private static final Verdict FIRST = Verdict.sharedGroup(new SecurityGroupId("sg-1"));
    private static final Verdict SECOND = Verdict.sharedGroup(new SecurityGroupId("sg-2"));
    private static final Verdict OTHERWISE = Verdict.noGroup(new EniId("eni-1"));

    private static final AddressSet PEERS =
            AddressSet.union(List.of(CidrBlock.of("203.0.113.4/31"), CidrBlock.of("2001:db8::5")));

    @Test
    void theFirstClauseThatMatchesDecides() {
        Clause tcp = new Clause(List.of(new Protocol(IpProtocol.TCP)), FIRST);
        Clause always = new Clause(List.of(), SECOND);
        Flow flow = Flow.tcp(PEER, 40_001, LOCAL, 443);
        Flow ping = Flow.ping(PEER, LOCAL);
        assertEquals(FIRST, clauses(Direction.INGRESS, tcp, always).decide(flow));
        assertEquals(SECOND, clauses(Direction.INGRESS, always, tcp).decide(flow));
        assertEquals(SECOND, clauses(Direction.INGRESS, tcp, always).decide(ping));
        assertEquals(OTHERWISE, clauses(Direction.INGRESS, tcp).decide(ping));
        assertEquals(OTHERWISE, clauses(Direction.INGRESS).decide(flow));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({"40001, 443, true", "40001, 444, false", "40002, 443, false"})
    void allConditionsOfAClauseMustHold(int source, int destination, boolean expected) {
        Clause both = new Clause(
                List.of(new SourcePorts(PortRange.of(40_001)), new DestinationPorts(List.of(PortRange.of(443)))),
                FIRST);
        Flow flow = Flow.tcp(PEER, source, LOCAL, destination);
        assertEquals(
                expected ? FIRST : OTHERWISE, clauses(Direction.INGRESS, both).decide(flow));
    }

    @Test
    void anIcmpBelongsToOneFamily() {
        assertEquals(true, in(new Protocol(IpProtocol.ICMP), Flow.ping(PEER, LOCAL)));
        assertEquals(false, in(new Protocol(IpProtocol.ICMP), Flow.ping(PEER_V6, LOCAL_V6)));
        assertEquals(false, in(new Protocol(IpProtocol.ICMP), icmp(PEER_V6, LOCAL_V6, IpProtocol.ICMP, 8, 0)));
        assertEquals(true, in(new Protocol(IpProtocol.TCP), Flow.tcp(PEER_V6, 40_001, LOCAL_V6, 443)));
    }

    @ParameterizedTest(name = "to {0}: {1}")
    @CsvSource({"79, false", "80, true", "81, true", "82, false", "443, true", "444, false"})
    void oneOfTheDestinationPortsIsEnough(int destination, boolean expected) {
        Condition ports = new DestinationPorts(List.of(new PortRange(80, 81), PortRange.of(443)));
        assertEquals(expected, in(ports, Flow.udp(PEER, 40_001, LOCAL, destination)));
    }

    @Test
    void whatHasNoPortsIsAtNone() {
        Flow gre = Flow.opaque(PEER, LOCAL, IpProtocol.GRE);
        assertEquals(false, in(new DestinationPorts(List.of(PortRange.ANY)), gre));
        assertEquals(false, in(new SourcePorts(PortRange.ANY), Flow.ping(PEER, LOCAL)));
    }

    @ParameterizedTest(name = "type {0} code {1}: {2}")
    @CsvSource({"3, 1, false", "3, 2, true", "3, 3, true", "3, 4, true", "3, 5, false", "4, 3, false"})
    void anIcmpMessageIsATypeWithSomeCodes(int type, int code, boolean expected) {
        assertEquals(expected, in(new IcmpMessage(3, 2, 4), icmp(PEER, LOCAL, IpProtocol.ICMP, type, code)));
        assertEquals(false, in(new IcmpMessage(3, 2, 4), Flow.opaque(PEER, LOCAL, IpProtocol.GRE)));
    }

    /// The peer is the source of what comes in, and the destination of what goes out.
    @Test
    void thePeerIsTheFarSide() {
        Flow flow = Flow.ping(PEER, LOCAL);
        assertEquals(true, holds(new PeerIn(PEERS), Direction.INGRESS, flow));
        assertEquals(false, holds(new PeerIn(PEERS), Direction.EGRESS, flow));
        assertEquals(false, holds(new PeerNotIn(PEERS), Direction.INGRESS, flow));
        assertEquals(true, holds(new PeerNotIn(PEERS), Direction.EGRESS, flow));
        assertEquals(false, holds(new PeerIn(AddressSet.union(List.of())), Direction.INGRESS, flow));
        assertEquals(true, holds(new LocalIn(CidrBlock.of("192.0.2.11")), Direction.INGRESS, flow));
        assertEquals(false, holds(new LocalIn(CidrBlock.of("192.0.2.11")), Direction.EGRESS, flow));
    }

    @Test
    void aSetHoldsAddressesOfBothFamilies() {
        assertEquals(true, in(new PeerIn(PEERS), Flow.ping(PEER_V6, LOCAL_V6)));
    }

    @Test
    void aMarkIsThatMark() {
        Flow marked = new Flow(PEER, LOCAL, IpProtocol.GRE, new Transport.Opaque(), Mark.LOAD_BALANCER);
        assertEquals(true, in(new Marked(Mark.LOAD_BALANCER), marked));
        assertEquals(false, in(new Marked(Mark.PLATFORM_PROBE), marked));
    }

    private static Flow icmp(IpAddress from, IpAddress to, IpProtocol protocol, int type, int code) {
        return new Flow(from, to, protocol, new Icmp(type, code), Mark.NONE);
    }

    private static boolean in(Condition condition, Flow flow) {
        return holds(condition, Direction.INGRESS, flow);
    }

    private static boolean holds(Condition condition, Direction direction, Flow flow) {
        Verdict verdict =
                clauses(direction, new Clause(List.of(condition), FIRST)).decide(flow);
        return verdict.action() == Action.ACCEPT;
    }

    private static Clauses clauses(Direction direction, Clause... inOrder) {
        return new Clauses(direction, List.of(inOrder), OTHERWISE);
    }
}
