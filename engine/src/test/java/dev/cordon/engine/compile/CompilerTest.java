package dev.cordon.engine.compile;

import static dev.cordon.model.Sketch.advanced;
import static dev.cordon.model.Sketch.eni;
import static dev.cordon.model.Sketch.group;
import static dev.cordon.model.Sketch.interconnected;
import static dev.cordon.model.Sketch.isolated;
import static dev.cordon.model.Sketch.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.model.RuleSketch;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
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
import dev.cordon.model.state.Revision;
import dev.cordon.model.verdict.Stage;
import dev.cordon.model.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The order of the clauses, told by what they conclude.
final class CompilerTest {

    private static final EniId ONE = new EniId("eni-1");
    private static final Rule IN = RuleSketch.ingress("sg-1", "sgr-4").tcp(443).rule();
    private static final Rule OUT =
            RuleSketch.egress("sg-1", "sgr-6").tcp(22).drops().rule();

    /// `eni-1` shares a group with another ENI, and has a rule for each direction.
    private static final PolicyState STATE = state(
            interconnected("sg-1"), IN, OUT, eni("eni-1", "192.0.2.11", "sg-1"), eni("eni-2", "192.0.2.12", "sg-1"));

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            PROFILE             | DIRECTION | STAGES
            aliyun-default      | INGRESS   | INTRA_ACCEPT, CUSTOM, DEFAULT_DROP
            aliyun-default      | EGRESS    | INTRA_ACCEPT, CUSTOM, DEFAULT_ACCEPT
            aliyun-table-egress | INGRESS   | INTRA_ACCEPT, CUSTOM, DEFAULT_DROP
            aliyun-table-egress | EGRESS    | CUSTOM, INTRA_ACCEPT, DEFAULT_ACCEPT
            """)
    void whatThePlatformSaysComesFirstThenSharingAndRules(String profile, Direction direction, String stages) {
        assertEquals(stages, stages(Profile.named(profile).orElseThrow(), STATE, direction));
    }

    /// The stages of the clauses behind those of the platform, each once, and of what holds
    /// otherwise.
    private static String stages(Profile profile, PolicyState state, Direction direction) {
        EniPolicy policy = view(profile, state).enis().get(ONE).orElseThrow();
        List<String> stages = policy.clauses(direction).inOrder().stream()
                .map(clause -> clause.verdict().stage())
                .dropWhile(stage -> stage == Stage.PLATFORM_ALLOW)
                .map(Stage::name)
                .toList();
        String otherwise = policy.clauses(direction).otherwise().stage().name();
        return stages.isEmpty() ? otherwise : String.join(", ", stages) + ", " + otherwise;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            TYPE     | POLICY         | INGRESS                    | EGRESS
            BASIC    | INTERCONNECTED | INTRA_ACCEPT, DEFAULT_DROP | INTRA_ACCEPT, DEFAULT_ACCEPT
            BASIC    | ISOLATED       | DEFAULT_DROP               | DEFAULT_ACCEPT
            ADVANCED | ISOLATED       | DEFAULT_DROP               | DEFAULT_DROP
            ADVANCED | INTERCONNECTED | DEFAULT_DROP               | DEFAULT_DROP
            """)
    void isolationMakesNoClause(GroupType type, IntraGroupPolicy policy, String ingress, String egress) {
        PolicyState state = state(
                group("sg-1", type, policy), eni("eni-1", "192.0.2.11", "sg-1"), eni("eni-2", "192.0.2.12", "sg-1"));
        assertEquals(ingress, stages(Profile.ALIYUN_DEFAULT, state, Direction.INGRESS));
        assertEquals(egress, stages(Profile.ALIYUN_DEFAULT, state, Direction.EGRESS));
    }

    @Test
    void aSharedGroupWithoutAnotherMemberMakesNoClause() {
        PolicyState alone = state(interconnected("sg-1"), eni("eni-1", "192.0.2.11", "sg-1"));
        assertEquals("DEFAULT_DROP", stages(Profile.ALIYUN_DEFAULT, alone, Direction.INGRESS));
    }

    @Test
    void oneAdvancedGroupKeepsEverythingInside() {
        PolicyState both = state(isolated("sg-1"), advanced("sg-2"), eni("eni-1", "192.0.2.11", "sg-1", "sg-2"));
        assertEquals("DEFAULT_DROP", stages(Profile.ALIYUN_DEFAULT, both, Direction.EGRESS));
    }

    @Test
    void anEniInNoGroupIsClosed() {
        HostView view = view(Profile.ALIYUN_DEFAULT, state(eni("eni-1", "192.0.2.11")));
        Flow flow = flow("192.0.2.11", "203.0.113.5");
        assertEquals(Verdict.noGroup(ONE), view.decide(ONE, Direction.EGRESS, flow));
    }

    /// What a host does not know is closed, whether the state knows it or not.
    @Test
    void aViewHoldsTheEnisThatWereAskedForAndNoOthers() {
        HostView view =
                Compiler.view(Profile.ALIYUN_DEFAULT, STATE, new Revision(9), List.of(ONE, new EniId("eni-nobody")));
        assertEquals(new Revision(9), view.revision());
        assertEquals(List.of(ONE), view.enis().values().map(EniPolicy::eni).toList());
        EniId other = new EniId("eni-2");
        assertEquals(Verdict.noGroup(other), view.decide(other, Direction.EGRESS, flow("192.0.2.12", "203.0.113.5")));
    }

    @Test
    void aPolicyKnowsThePrivateAddressesOfItsEni() {
        Eni eni = eni("eni-1", "192.0.2.11", "sg-1")
                .with(new EniAddresses(
                        IpAddress.of("192.0.2.11"),
                        List.of(IpAddress.of("2001:db8::11")),
                        List.of(CidrBlock.of("192.0.2.64/28")),
                        List.of(IpAddress.of("198.51.100.9"))));
        AddressSet addresses = AddressSet.union(
                List.of(CidrBlock.of("192.0.2.11"), CidrBlock.of("192.0.2.64/28"), CidrBlock.of("2001:db8::11")));
        HostView view = view(Profile.ALIYUN_DEFAULT, state(isolated("sg-1"), eni));
        assertEquals(addresses, view.enis().get(ONE).orElseThrow().addresses());
    }

    @Test
    void eachDirectionIsDecidedByItsOwnClauses() {
        HostView view = view(Profile.ALIYUN_DEFAULT, STATE);
        Flow in = Flow.tcp(IpAddress.of("203.0.113.5"), 40_001, IpAddress.of("192.0.2.11"), 443);
        Flow out = Flow.tcp(IpAddress.of("192.0.2.11"), 40_002, IpAddress.of("203.0.113.5"), 22);
        assertEquals(Verdict.matched(IN), view.decide(ONE, Direction.INGRESS, in));
        assertEquals(Verdict.matched(OUT), view.decide(ONE, Direction.EGRESS, out));
        assertEquals(
                Direction.EGRESS, view.enis().get(ONE).orElseThrow().egress().direction());
    }

    /// Of these rules the first in each line is tried first.
    @ParameterizedTest(name = "{0} before {1}: {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            FIRST               | SECOND              | BECAUSE
            accept, 4, sg-2, 1  | drop, 5, sg-1, 0    | a smaller number is a higher priority
            drop, 5, sg-2, 1    | accept, 5, sg-1, 0  | at equal priority drop comes first
            accept, 5, sg-1, 1  | accept, 5, sg-2, 0  | then the group that was attached first
            accept, 5, sg-2, 0  | accept, 5, sg-2, 1  | then the place in the list of the group
            """)
    void theRulesOfAllGroupsAreTriedInOneOrder(String first, String second) {
        Rule before = rule("sgr-8", first.split(", "));
        Rule behind = rule("sgr-3", second.split(", "));
        Rule elsewhere = RuleSketch.egress("sg-1", "sgr-5").rule();
        PolicyState state = state(isolated("sg-1"), isolated("sg-2"), before, behind, elsewhere);
        List<SecurityGroupId> groups = List.of(new SecurityGroupId("sg-1"), new SecurityGroupId("sg-2"));
        assertEquals(List.of(before, behind), EvaluationOrder.rules(state, groups, Direction.INGRESS));
        assertEquals(List.of(elsewhere), EvaluationOrder.rules(state, groups, Direction.EGRESS));
    }

    /// @param words action, priority, group, position
    private static Rule rule(String id, String[] words) {
        RuleSketch sketch = RuleSketch.ingress(words[2], id)
                .priority(Integer.parseInt(words[1]))
                .position(Integer.parseInt(words[3]));
        return (words[0].equals("drop") ? sketch.drops() : sketch).rule();
    }

    private static HostView view(Profile profile, PolicyState state) {
        return Compiler.view(profile, state, new Revision(3), List.of(ONE));
    }

    private static Flow flow(String from, String to) {
        return Flow.tcp(IpAddress.of(from), 40_003, IpAddress.of(to), 443);
    }
}
