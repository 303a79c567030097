package dev.cordon.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.engine.table.CompiledPolicy;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import dev.cordon.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// *Engine agrees with spec* where groups have so many rules that the engine keeps them otherwise:
/// over several words, or in a table. The engine is led there change by change.
final class ManyRulesAgreeTest {

    private static final int STATE_COUNT = 15;
    private static final int DONOR_COUNT = 40;
    private static final int FLOWS_PER_SIDE = 40;

    /// What the engine holds in one array, rules of a group and direction; more are in a table.
    private static final int ARRAY_RULE_COUNT = 252;

    private int largestGroup;

    @Test
    void sameVerdictAndReason() {
        Seeds.forEach(STATE_COUNT, chance -> {
            PolicyState state = new RandomStates(chance).next();
            CompiledPolicy engine = CompiledPolicy.of(Profile.ALIYUN_DEFAULT, state);
            for (int round = 0; round < 3; round++) {
                for (Rule rule : moreRules(chance, engine.state(), round)) {
                    engine = engine.apply(List.of(new Put(rule)));
                }
                compare(engine, chance);
                PolicyState grown = engine.state();
                grown.groups().forEach(group -> largestGroup = Math.max(largestGroup, largestSide(grown, group)));
            }
        });
        assertTrue(largestGroup > ARRAY_RULE_COUNT, () -> "at most " + largestGroup + " rules were tried");
    }

    private static int largestSide(PolicyState state, SecurityGroup group) {
        List<Rule> rules = state.rulesOf(group.id());
        long ingress = rules.stream()
                .filter(rule -> rule.direction() == Direction.INGRESS)
                .count();
        return (int) Math.max(ingress, rules.size() - ingress);
    }

    /// Returns rules of other states whose groups and lists this one happens to have.
    private static List<Rule> moreRules(Chance chance, PolicyState state, int round) {
        List<Rule> more = new ArrayList<>();
        for (int donor = 0; donor < DONOR_COUNT; donor++) {
            PolicyState from = new RandomStates(chance).next();
            for (SecurityGroup group : from.groups().toList()) {
                for (Rule rule : from.rulesOf(group.id())) {
                    if (fits(rule, state)) {
                        more.add(renamed(rule, "sgr-" + round + "-" + more.size(), 1_000 * (round + 1) + more.size()));
                    }
                }
            }
        }
        return more;
    }

    private static boolean fits(Rule rule, PolicyState state) {
        boolean hasPeer = switch (rule.match().peer()) {
            case Peer.Block block -> true;
            case Peer.Group(var group) -> state.group(group).isPresent();
            case Peer.Listed(var list) -> state.prefixList(list).isPresent();
        };
        boolean hasPorts = switch (rule.match().destinationPorts()) {
            case PortMatch.Range range -> true;
            case PortMatch.Listed(var list) -> state.portList(list).isPresent();
        };
        return state.group(rule.group()).isPresent() && hasPeer && hasPorts;
    }

    private static Rule renamed(Rule rule, String id, int position) {
        return new Rule(
                new RuleId(id),
                rule.group(),
                rule.direction(),
                rule.match(),
                rule.action(),
                rule.priority(),
                position,
                rule.details());
    }

    private static void compare(CompiledPolicy engine, Chance chance) {
        Spec spec = new Spec(Profile.ALIYUN_DEFAULT, engine.state());
        RandomFlows flows = new RandomFlows(chance, engine.state());
        for (Eni eni : engine.state().enis().toList()) {
            for (Direction direction : Direction.values()) {
                for (int i = 0; i < FLOWS_PER_SIDE; i++) {
                    Flow flow = flows.next(eni, direction);
                    assertEquals(
                            spec.decide(eni.id(), direction, flow),
                            engine.decide(eni.id(), direction, flow),
                            () -> eni + " " + direction + " " + flow);
                }
            }
        }
    }
}
