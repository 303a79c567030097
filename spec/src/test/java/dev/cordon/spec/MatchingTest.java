package dev.cordon.spec;

import static dev.cordon.model.Sketch.eni;
import static dev.cordon.model.Sketch.interconnected;
import static dev.cordon.model.Sketch.isolated;
import static dev.cordon.model.Sketch.portList;
import static dev.cordon.model.Sketch.prefixList;
import static dev.cordon.model.Sketch.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.RuleSketch;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatchingTest {

    private static final IpAddress PEER = IpAddress.of("203.0.113.5");
    private static final IpAddress LOCAL = IpAddress.of("192.0.2.11");
    private static final IpAddress PEER_V6 = IpAddress.of("2001:db8::5");
    private static final IpAddress LOCAL_V6 = IpAddress.of("2001:db8:1::11");

    private static final PolicyState STATE = state(
            isolated("sg-1"),
            interconnected("sg-2"),
            prefixList("pl-3", "198.51.100.0/25", "203.0.113.4/31"),
            portList("prl-4", List.of(new PortRange(80, 81), PortRange.of(443))),
            eni("eni-2", "192.0.2.12", "sg-2")
                    .with(new EniAddresses(
                            IpAddress.of("192.0.2.12"),
                            List.of(IpAddress.of("2001:db8::12")),
                            List.of(CidrBlock.of("192.0.2.64/28")),
                            List.of(IpAddress.of("198.51.100.129")))));

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "1999, 443, false",
        "2000, 443, true",
        "2010, 443, true",
        "2011, 443, false",
        "2005, 442, false",
        "2005, 444, false"
    })
    void bothPortsMustBeInTheirRanges(int source, int destination, boolean expected) {
        Rule rule = rule().tcp(443).sourcePorts(new PortRange(2_000, 2_010)).rule();
        assertEquals(expected, matches(rule, Flow.tcp(PEER, source, LOCAL, destination)));
    }

    @ParameterizedTest(name = "to {0}: {1}")
    @CsvSource({"79, false", "80, true", "81, true", "82, false", "443, true"})
    void aPortListIsEachOfItsRanges(int destination, boolean expected) {
        Rule rule = rule().ports(IpProtocol.UDP, new PortMatch.Listed(new PortListId("prl-4")))
                .rule();
        assertEquals(expected, matches(rule, Flow.udp(PEER, 40_003, LOCAL, destination)));
    }

    @Test
    void aRuleIsAboutItsProtocolOnly() {
        Rule tcp = rule().tcp(443).rule();
        assertEquals(false, matches(tcp, Flow.udp(PEER, 40_003, LOCAL, 443)));
        assertEquals(true, matches(rule().rule(), Flow.udp(PEER, 40_003, LOCAL, 443)));
        assertEquals(false, matches(rule().protocol(IpProtocol.GRE).rule(), Flow.ping(PEER, LOCAL)));
    }

    /// There is no selector for the messages of ICMP; the number of ICMP means nothing in IPv6.
    @Test
    void aRuleOfIcmpIsAboutAllItsMessagesInOneFamily() {
        Rule icmp = rule().protocol(IpProtocol.ICMP).rule();
        Rule icmpV6 = rule().protocol(IpProtocol.ICMPV6).peer("::/0").rule();
        assertEquals(true, matches(icmp, Flow.ping(PEER, LOCAL)));
        assertEquals(true, matches(icmpV6, Flow.ping(PEER_V6, LOCAL_V6)));
        assertEquals(false, matches(icmpV6, Flow.ping(PEER, LOCAL)));
    }

    @Test
    void aProtocolThatHasNoPortsMatchesByAddressesAlone() {
        Rule gre = rule().protocol(IpProtocol.GRE).peer("203.0.113.0/24").rule();
        assertEquals(true, matches(gre, Flow.opaque(PEER, LOCAL, IpProtocol.GRE)));
        assertEquals(false, matches(gre, Flow.opaque(IpAddress.of("203.0.112.255"), LOCAL, IpProtocol.GRE)));
    }

    @Test
    void aBlockIsOfItsOwnFamily() {
        assertEquals(false, matches(rule().rule(), Flow.ping(PEER_V6, LOCAL_V6)));
        assertEquals(true, matches(rule().peer("::/0").rule(), Flow.ping(PEER_V6, LOCAL_V6)));
    }

    @ParameterizedTest(name = "from {0}: {1}")
    @CsvSource({
        "203.0.113.3, false",
        "203.0.113.4, true",
        "203.0.113.5, true",
        "203.0.113.6, false",
        "198.51.100.127, true",
        "198.51.100.128, false"
    })
    void aPrefixListIsEachOfItsBlocks(String peer, boolean expected) {
        Rule rule = rule().peer(new Peer.Listed(new PrefixListId("pl-3"))).rule();
        assertEquals(expected, matches(rule, Flow.ping(IpAddress.of(peer), LOCAL)));
    }

    @ParameterizedTest(name = "from {0}: {1}")
    @CsvSource({"192.0.2.12, true", "192.0.2.13, false", "192.0.2.79, true", "198.51.100.129, false"})
    void aGroupIsThePrivateAddressesOfItsMembers(String peer, boolean expected) {
        assertEquals(expected, matches(fromGroup(), Flow.ping(IpAddress.of(peer), LOCAL)));
    }

    @Test
    void aGroupStandsForBothFamilies() {
        assertEquals(true, matches(fromGroup(), Flow.ping(IpAddress.of("2001:db8::12"), LOCAL_V6)));
        assertEquals(false, matches(fromGroup(), Flow.ping(PEER_V6, LOCAL_V6)));
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({"192.0.2.9, false", "192.0.2.10, true", "192.0.2.11, true", "192.0.2.12, false"})
    void aLocalBlockNarrowsTheRuleToSomeOfTheOwnAddresses(String local, boolean expected) {
        Rule rule = rule().local("192.0.2.10/31").rule();
        assertEquals(expected, matches(rule, Flow.ping(PEER, IpAddress.of(local))));
    }

    @Test
    void theFarSideOfEgressIsTheDestination() {
        Rule out = RuleSketch.egress("sg-1", "sgr-6")
                .peer("203.0.113.0/24")
                .local("192.0.2.0/24")
                .rule();
        assertEquals(true, matches(out, Flow.ping(LOCAL, PEER)));
        assertEquals(false, matches(out, Flow.ping(PEER, LOCAL)));
    }

    private static RuleSketch rule() {
        return RuleSketch.ingress("sg-1", "sgr-5");
    }

    private static Rule fromGroup() {
        return rule().peer(new Peer.Group(new SecurityGroupId("sg-2"))).rule();
    }

    private static boolean matches(Rule rule, Flow flow) {
        return Matching.matches(rule, flow, STATE);
    }
}
