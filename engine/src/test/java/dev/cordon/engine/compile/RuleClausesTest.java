package dev.cordon.engine.compile;

import static dev.cordon.model.Sketch.eni;
import static dev.cordon.model.Sketch.isolated;
import static dev.cordon.model.Sketch.portList;
import static dev.cordon.model.Sketch.prefixList;
import static dev.cordon.model.Sketch.puts;
import static dev.cordon.model.Sketch.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Condition;
import dev.cordon.engine.decide.Condition.DestinationPorts;
import dev.cordon.engine.decide.Condition.LocalIn;
import dev.cordon.engine.decide.Condition.PeerIn;
import dev.cordon.engine.decide.Condition.Protocol;
import dev.cordon.engine.decide.Condition.SourcePorts;
import dev.cordon.model.RuleSketch;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleClausesTest {

    private static final Condition EVERYBODY = new PeerIn(addresses("0.0.0.0/0"));

    private static final PolicyState STATE = state(
            isolated("sg-1"),
            isolated("sg-2"),
            isolated("sg-3"),
            prefixList("pl-4", "203.0.113.0/24", "198.51.100.0/25", "203.0.113.7/32"),
            prefixList("pl-5"),
            portList("prl-7", List.of()),
            eni("eni-2", "192.0.2.13", "sg-2"),
            eni("eni-3", "192.0.2.12", "sg-2"));

    @Test
    void aRuleOfEverythingAsksForItsPeersAlone() {
        assertEquals(List.of(EVERYBODY), conditions(rule()));
    }

    @Test
    void aRuleOfAllWordsAsksForEachOfThem() {
        RuleSketch rule = rule().tcp(443)
                .sourcePorts(new PortRange(2_000, 2_010))
                .peer("203.0.113.0/24")
                .local("192.0.2.10/31");
        List<Condition> expected = List.of(
                new Protocol(IpProtocol.TCP),
                new SourcePorts(new PortRange(2_000, 2_010)),
                new DestinationPorts(List.of(PortRange.of(443))),
                new PeerIn(addresses("203.0.113.0/24")),
                new LocalIn(CidrBlock.of("192.0.2.10/31")));
        assertEquals(expected, conditions(rule));
    }

    @Test
    void aClauseConcludesWhatItsRuleSays() {
        Rule rule = rule().drops().priority(7).rule();
        assertEquals(Optional.of(Verdict.matched(rule)), clause(STATE, rule).map(Clause::verdict));
    }

    @Test
    void groupsAndListsBecomeTheirAddresses() {
        assertEquals(
                List.of(new PeerIn(addresses("192.0.2.12", "192.0.2.13"))), conditions(rule().peer(group("sg-2"))));
        assertEquals(
                List.of(new PeerIn(addresses("198.51.100.0/25", "203.0.113.0/24"))),
                conditions(rule().peer(list("pl-4"))));
    }

    /// An empty set would match nothing, and nothing needs no clause.
    @Test
    void whatNothingCanMatchMakesNoClause() {
        PortMatch noPorts = new PortMatch.Listed(new PortListId("prl-7"));
        assertEquals(Optional.empty(), clause(STATE, rule().peer(group("sg-3")).rule()));
        assertEquals(Optional.empty(), clause(STATE, rule().peer(list("pl-5")).rule()));
        assertEquals(
                Optional.empty(),
                clause(STATE, rule().ports(IpProtocol.TCP, noPorts).rule()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            LISTED            | ASKED
            80/80             | 80/80
            443/443 80/81     | 80/81 443/443
            80/90 85/87       | 80/90
            80/90 85/95       | 80/95
            80/90 91/95       | 80/95
            80/90 92/95       | 80/90 92/95
            80/90 80/82 90/90 | 80/90
            """)
    void thePortsOfAListAreJoinedWhereTheyTouch(String listed, String asked) {
        PolicyState state = STATE.apply(puts(portList("prl-8", ranges(listed))));
        Rule rule = rule().ports(IpProtocol.TCP, new PortMatch.Listed(new PortListId("prl-8")))
                .rule();
        Condition ports = new DestinationPorts(ranges(asked));
        assertEquals(
                List.of(new Protocol(IpProtocol.TCP), ports, EVERYBODY),
                clause(state, rule).orElseThrow().conditions());
    }

    @Test
    void portsThatAreAllPortsAreNotAskedFor() {
        PolicyState state =
                STATE.apply(puts(portList("prl-8", List.of(new PortRange(0, 99), new PortRange(100, 65_535)))));
        Rule rule = rule().ports(IpProtocol.TCP, new PortMatch.Listed(new PortListId("prl-8")))
                .rule();
        assertEquals(
                List.of(new Protocol(IpProtocol.TCP), EVERYBODY),
                clause(state, rule).orElseThrow().conditions());
    }

    private static List<PortRange> ranges(String text) {
        return Stream.of(text.split(" "))
                .map(range -> range.split("/"))
                .map(ends -> new PortRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
                .toList();
    }

    private static RuleSketch rule() {
        return RuleSketch.ingress("sg-1", "sgr-6");
    }

    private static Peer group(String id) {
        return new Peer.Group(new SecurityGroupId(id));
    }

    private static Peer list(String id) {
        return new Peer.Listed(new PrefixListId(id));
    }

    private static AddressSet addresses(String... blocks) {
        return AddressSet.union(Stream.of(blocks).map(CidrBlock::of).toList());
    }

    private static List<Condition> conditions(RuleSketch sketch) {
        return clause(STATE, sketch.rule()).orElseThrow().conditions();
    }

    private static Optional<Clause> clause(PolicyState state, Rule rule) {
        return new RuleClauses(state, AddressSets.of(state)).of(rule);
    }
}
