package dev.cordon.spec;

import static dev.cordon.model.Sketch.advanced;
import static dev.cordon.model.Sketch.eni;
import static dev.cordon.model.Sketch.group;
import static dev.cordon.model.Sketch.interconnected;
import static dev.cordon.model.Sketch.isolated;
import static dev.cordon.model.Sketch.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.RuleSketch;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpecTest {

    private static final EniId ONE = new EniId("eni-1");
    private static final Verdict NOT_IN = Verdict.byDefault(Action.DROP, Direction.INGRESS);
    private static final Verdict NOT_OUT = Verdict.byDefault(Action.DROP, Direction.EGRESS);
    private static final Verdict OUT = Verdict.byDefault(Action.ACCEPT, Direction.EGRESS);

    private static final PolicyState THREE_INSTANCES = state(
            isolated("sg-1"),
            interconnected("sg-2"),
            interconnected("sg-3"),
            eni("eni-1", "192.0.2.11", "sg-1", "sg-2"),
            eni("eni-2", "192.0.2.12", "sg-1", "sg-2", "sg-3"),
            eni("eni-3", "192.0.2.13", "sg-3"));

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            FROM  | TO    | ACTION | STAGE        | GROUP
            eni-1 | eni-2 | ACCEPT | INTRA_ACCEPT | sg-2
            eni-2 | eni-1 | ACCEPT | INTRA_ACCEPT | sg-2
            eni-2 | eni-3 | ACCEPT | INTRA_ACCEPT | sg-3
            eni-3 | eni-2 | ACCEPT | INTRA_ACCEPT | sg-3
            eni-1 | eni-3 | DROP   | DEFAULT_DROP | -
            eni-3 | eni-1 | DROP   | DEFAULT_DROP | -
            """)
    void decidesTheThreeInstanceCase(String from, String to, String action, String stage, String group) {
        Flow flow = Flow.tcp(address(from), 40_001, address(to), 8_080);
        Verdict verdict =
                new Spec(Profile.ALIYUN_DEFAULT, THREE_INSTANCES).decide(new EniId(to), Direction.INGRESS, flow);
        Verdict expected = group.equals("-") ? NOT_IN : shared(group);
        assertEquals(expected, verdict);
        assertEquals(stage, verdict.stage().name());
    }

    private static IpAddress address(String eni) {
        return THREE_INSTANCES.eni(new EniId(eni)).orElseThrow().addresses().primary();
    }

    /// Of these rules, which all match, the first in each line is the one that decides.
    @ParameterizedTest(name = "{0} before {1}: {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            FIRST               | SECOND              | BECAUSE
            accept, 4, sg-2, 1  | drop, 5, sg-1, 0    | a smaller number is a higher priority
            drop, 5, sg-2, 1    | accept, 5, sg-1, 0  | at equal priority drop comes first
            accept, 5, sg-1, 1  | accept, 5, sg-2, 0  | then the group that was attached first
            accept, 5, sg-1, 0  | accept, 5, sg-1, 1  | then the place in the list of the group
            """)
    void triesTheRulesOfAllGroupsInOneOrder(String first, String second) {
        Rule winner = rule("sgr-8", first.split(", "));
        Rule loser = rule("sgr-3", second.split(", "));
        PolicyState state =
                state(isolated("sg-1"), isolated("sg-2"), winner, loser, eni("eni-1", "192.0.2.11", "sg-1", "sg-2"));
        assertEquals(Verdict.matched(winner), incoming(state, "203.0.113.5"));
    }

    /// @param words action, priority, group, position
    private static Rule rule(String id, String[] words) {
        RuleSketch sketch = RuleSketch.ingress(words[2], id)
                .priority(Integer.parseInt(words[1]))
                .position(Integer.parseInt(words[3]));
        return (words[0].equals("drop") ? sketch.drops() : sketch).rule();
    }

    @Test
    void namesTheRuleWithTheSmallestIdIfNothingElseTellsThemApart() {
        Rule one = RuleSketch.ingress("sg-1", "sgr-4").rule();
        Rule other = RuleSketch.ingress("sg-1", "sgr-6").rule();
        PolicyState state = state(isolated("sg-1"), other, one, eni("eni-1", "192.0.2.11", "sg-1"));
        assertEquals(Verdict.matched(one), incoming(state, "203.0.113.5"));
    }

    @Test
    void looksOnlyAtTheRulesOfTheDirection() {
        Rule out = RuleSketch.egress("sg-1", "sgr-4").drops().rule();
        PolicyState state = state(isolated("sg-1"), out, eni("eni-1", "192.0.2.11", "sg-1"));
        assertEquals(NOT_IN, incoming(state, "203.0.113.5"));
        assertEquals(Verdict.matched(out), outgoing(state, "203.0.113.5"));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            TYPE     | POLICY         | INGRESS      | EGRESS
            BASIC    | INTERCONNECTED | INTRA_ACCEPT | INTRA_ACCEPT
            BASIC    | ISOLATED       | DEFAULT_DROP | DEFAULT_ACCEPT
            ADVANCED | ISOLATED       | DEFAULT_DROP | DEFAULT_DROP
            ADVANCED | INTERCONNECTED | DEFAULT_DROP | DEFAULT_DROP
            """)
    void onlyABasicInterconnectedGroupConnectsItsMembers(
            GroupType type, IntraGroupPolicy policy, String ingress, String egress) {
        PolicyState state = state(
                group("sg-1", type, policy), eni("eni-1", "192.0.2.11", "sg-1"), eni("eni-2", "192.0.2.12", "sg-1"));
        assertEquals(ingress, incoming(state, "192.0.2.12").stage().name());
        assertEquals(egress, outgoing(state, "192.0.2.12").stage().name());
    }

    @Test
    void namesTheSharedGroupThatWasAttachedFirst() {
        PolicyState state = state(
                interconnected("sg-1"),
                interconnected("sg-2"),
                eni("eni-1", "192.0.2.11", "sg-2", "sg-1"),
                eni("eni-2", "192.0.2.12", "sg-1", "sg-2"));
        assertEquals(shared("sg-2"), incoming(state, "192.0.2.12"));
    }

    @Test
    void anEniIsNoMateOfItself() {
        PolicyState state = state(interconnected("sg-1"), eni("eni-1", "192.0.2.11", "sg-1"));
        assertEquals(NOT_IN, incoming(state, "192.0.2.11"));
    }

    /// Members that talk through their EIPs are strangers.
    @ParameterizedTest(name = "from {0}: {1}")
    @CsvSource({
        "192.0.2.12, INTRA_ACCEPT",
        "192.0.2.22, INTRA_ACCEPT",
        "192.0.2.79, INTRA_ACCEPT",
        "192.0.2.80, DEFAULT_DROP",
        "198.51.100.9, DEFAULT_DROP"
    })
    void membersAreKnownByTheirPrivateAddressesOnly(String peer, String stage) {
        Eni mate = eni("eni-2", "192.0.2.12", "sg-1")
                .with(new EniAddresses(
                        IpAddress.of("192.0.2.12"),
                        List.of(IpAddress.of("192.0.2.22")),
                        List.of(CidrBlock.of("192.0.2.64/28")),
                        List.of(IpAddress.of("198.51.100.9"))));
        PolicyState state = state(interconnected("sg-1"), eni("eni-1", "192.0.2.11", "sg-1"), mate);
        assertEquals(stage, incoming(state, peer).stage().name());
    }

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            PROFILE             | INGRESS      | EGRESS
            aliyun-default      | INTRA_ACCEPT | INTRA_ACCEPT
            aliyun-table-egress | INTRA_ACCEPT | CUSTOM
            """)
    void sharingAGroupBeatsAllRulesButInOneProfileAndDirection(String profile, String ingress, String egress) {
        PolicyState state = state(
                interconnected("sg-1"),
                RuleSketch.ingress("sg-1", "sgr-4").drops().rule(),
                RuleSketch.egress("sg-1", "sgr-6").drops().rule(),
                eni("eni-1", "192.0.2.11", "sg-1"),
                eni("eni-2", "192.0.2.12", "sg-1"));
        Spec spec = new Spec(Profile.named(profile).orElseThrow(), state);
        assertEquals(
                ingress,
                spec.decide(ONE, Direction.INGRESS, flow("192.0.2.12", "192.0.2.11"))
                        .stage()
                        .name());
        assertEquals(
                egress,
                spec.decide(ONE, Direction.EGRESS, flow("192.0.2.11", "192.0.2.12"))
                        .stage()
                        .name());
    }

    @Test
    void sharingAGroupCountsBehindTheRulesIfNoneOfThemMatches() {
        PolicyState state =
                state(interconnected("sg-1"), eni("eni-1", "192.0.2.11", "sg-1"), eni("eni-2", "192.0.2.12", "sg-1"));
        Spec spec = new Spec(Profile.named("aliyun-table-egress").orElseThrow(), state);
        assertEquals(shared("sg-1"), spec.decide(ONE, Direction.EGRESS, flow("192.0.2.11", "192.0.2.12")));
        assertEquals(OUT, spec.decide(ONE, Direction.EGRESS, flow("192.0.2.11", "203.0.113.5")));
    }

    /// The three-instance case, in a reading that was given up: a shared isolated group wins, but
    /// only where it is basic and really shared with somebody of that address.
    @ParameterizedTest(name = "from {0}: {1}")
    @CsvSource({"192.0.2.12, DEFAULT_DROP", "192.0.2.13, INTRA_ACCEPT", "192.0.2.14, INTRA_ACCEPT"})
    void oneProfileLetsASharedIsolatedGroupWin(String peer, String stage) {
        PolicyState state = state(
                isolated("sg-1"),
                interconnected("sg-2"),
                advanced("sg-3"),
                eni("eni-1", "192.0.2.11", "sg-1", "sg-2", "sg-3"),
                eni("eni-2", "192.0.2.12", "sg-1", "sg-2"),
                eni("eni-3", "192.0.2.13", "sg-2"),
                eni("eni-4", "192.0.2.14", "sg-2", "sg-3"));
        Spec spec = new Spec(Profile.named("aliyun-2017-isolation-first").orElseThrow(), state);
        Flow flow = flow(peer, "192.0.2.11");
        assertEquals(stage, spec.decide(ONE, Direction.INGRESS, flow).stage().name());
        assertEquals(shared("sg-2"), incoming(state, peer));
    }

    @Test
    void basicGroupsLetEverythingOutAndAnAdvancedOneNothing() {
        PolicyState basic = state(isolated("sg-1"), eni("eni-1", "192.0.2.11", "sg-1"));
        PolicyState both = state(isolated("sg-1"), advanced("sg-2"), eni("eni-1", "192.0.2.11", "sg-1", "sg-2"));
        assertEquals(OUT, outgoing(basic, "203.0.113.5"));
        assertEquals(NOT_OUT, outgoing(both, "203.0.113.5"));
        assertEquals(NOT_IN, incoming(basic, "203.0.113.5"));
    }

    @Test
    void closesAnEniThatNobodyKnowsOrThatIsInNoGroup() {
        PolicyState state = state(eni("eni-1", "192.0.2.11"));
        Spec spec = new Spec(Profile.ALIYUN_DEFAULT, state);
        Flow flow = Flow.ping(IpAddress.of("203.0.113.5"), IpAddress.of("192.0.2.11"));
        assertEquals(Verdict.noGroup(ONE), spec.decide(ONE, Direction.EGRESS, flow));
        assertEquals(Verdict.noGroup(new EniId("eni-9")), spec.decide(new EniId("eni-9"), Direction.EGRESS, flow));
    }

    private static Verdict shared(String group) {
        return Verdict.sharedGroup(new SecurityGroupId(group));
    }

    /// What `eni-1`, at 192.0.2.11, says of a flow that comes in.
    private static Verdict incoming(PolicyState state, String peer) {
        return new Spec(Profile.ALIYUN_DEFAULT, state).decide(ONE, Direction.INGRESS, flow(peer, "192.0.2.11"));
    }

    private static Verdict outgoing(PolicyState state, String peer) {
        return new Spec(Profile.ALIYUN_DEFAULT, state).decide(ONE, Direction.EGRESS, flow("192.0.2.11", peer));
    }

    private static Flow flow(String from, String to) {
        return Flow.tcp(IpAddress.of(from), 40_002, IpAddress.of(to), 443);
    }
}
