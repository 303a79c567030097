package dev.cordon.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.analysis.flowset.Witness;
import dev.cordon.analysis.question.Finding;
import dev.cordon.analysis.question.Finding.MatchesNothing;
import dev.cordon.analysis.question.Finding.Needed;
import dev.cordon.analysis.question.Finding.Redundant;
import dev.cordon.analysis.question.Finding.Shadowed;
import dev.cordon.analysis.question.Finding.Undecided;
import dev.cordon.analysis.question.RedundantRules;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Change.Delete;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.spec.Spec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// *Analysis agrees*: a finding and the verdicts never contradict each other, and every witness
/// checks out.
final class AnalysisAgreesTest {

    private static final int STATE_COUNT = 100;
    private static final IpAddress METADATA = IpAddress.of("100.100.100.200");

    @Test
    void rulesThatDecideNothingCanGoAtOnce() {
        Comparison comparison = Comparison.of(Readers.SPEC, Readers.ANALYSIS);
        Seeds.forEach(50, 6, chance -> comparison.check(new RandomHistories(chance).nextOfFlows(2, 20)));
    }

    @Test
    void aNeededRuleDecidesItsWitness() {
        forEachFinding((state, finding) -> {
            Rule rule = state.rule(finding.rule()).orElseThrow();
            if (finding instanceof Needed(var id, Witness witness) && !isForThePlatform(rule, witness)) {
                Spec spec = new Spec(Profile.ALIYUN_DEFAULT, stage(state, rule.group(), witness));
                Flow flow = witness.flow(rule.direction());
                assertEquals(
                        Verdict.matched(rule),
                        spec.decide(new EniId("eni-local"), rule.direction(), flow),
                        () -> flow + "\nin " + state);
            }
        });
    }

    /// Rules never see what the platform lets through.
    private static boolean isForThePlatform(Rule rule, Witness witness) {
        return rule.direction() == Direction.EGRESS && witness.peer().equals(METADATA);
    }

    /// Returns the state with one member of the group, which has no other, and with the witness's
    /// peer in the groups that the witness asks for.
    private static PolicyState stage(PolicyState state, SecurityGroupId id, Witness witness) {
        SecurityGroup group = state.group(id).orElseThrow();
        List<Change> changes = new ArrayList<>();
        state.enis().forEach(eni -> changes.add(new Delete(eni.id())));
        changes.add(new Put(group.with(IntraGroupPolicy.ISOLATED)));
        changes.add(new Put(eni("eni-peer", group, witness.peer(), List.copyOf(witness.peerGroups()))));
        IpAddress unused = Stream.of("198.51.100.1", "198.51.100.2")
                .map(IpAddress::of)
                .filter(address -> !address.equals(witness.peer()))
                .findFirst()
                .orElseThrow();
        changes.add(new Put(eni("eni-local", group, unused, List.of(id))));
        return state.apply(changes);
    }

    private static Eni eni(String id, SecurityGroup group, IpAddress address, List<SecurityGroupId> groups) {
        return new Eni(
                new EniId(id),
                group.vpc(),
                new VSwitchId("vsw-1"),
                new Detached(),
                EniAddresses.of(address),
                groups,
                EniSettings.DEFAULT,
                Details.NONE);
    }

    @Test
    void theEvidenceSufficesByItself() {
        List<Finding> seen = new ArrayList<>();
        forEachFinding((state, finding) -> {
            List<RuleId> kept = switch (finding) {
                case Redundant(RuleId rule, List<RuleId> coveredBy) -> coveredBy;
                case Shadowed(RuleId rule, List<RuleId> coveredBy) -> coveredBy;
                case Needed needed -> List.of();
                case MatchesNothing nothing -> List.of();
                // full prefix lists part the flows into too many boxes
                case Undecided undecided -> List.of();
            };
            seen.add(finding);
            if (!kept.isEmpty()) {
                Rule rule = state.rule(finding.rule()).orElseThrow();
                List<RuleId> others = state.rulesOf(rule.group()).stream()
                        .map(Rule::id)
                        .filter(id -> !id.equals(rule.id()) && !kept.contains(id))
                        .toList();
                PolicyState evidence = without(state, others);
                assertThat(RedundantRules.of(evidence, rule.group()).findings()).contains(finding);
            }
        });
        if (!Seeds.isOne()) {
            assertThat(seen).hasAtLeastOneElementOfType(Redundant.class).hasAtLeastOneElementOfType(Shadowed.class);
            long undecided = seen.stream().filter(Undecided.class::isInstance).count();
            assertThat(undecided).isLessThan(seen.size() / 4);
        }
    }

    private static void forEachFinding(BiConsumer<PolicyState, Finding> test) {
        Seeds.forEach(STATE_COUNT, 2, chance -> {
            PolicyState state = new RandomStates(chance).next();
            for (SecurityGroup group : state.groups().toList()) {
                findings(state, group).forEach(finding -> test.accept(state, finding));
            }
        });
    }

    private static List<Finding> findings(PolicyState state, SecurityGroup group) {
        return RedundantRules.of(state, group.id()).findings();
    }

    private static PolicyState without(PolicyState state, Collection<RuleId> rules) {
        return state.apply(rules.stream().<Change>map(Delete::new).toList());
    }
}
