package dev.cordon.analysis.question;

import static java.util.Comparator.comparing;

import dev.cordon.analysis.flowset.Effort;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which rules of a group decide nothing, and why?
///
/// A rule is covered when rules of the same group and direction, earlier in evaluation order, match
/// all that it matches, together if not alone. Take the shortest run of earlier rules that covers
/// it: if those of its own action in that run cover it, it is redundant; otherwise it is shadowed.
/// The answer holds for every ENI in the group, whatever its other groups are, since putting groups
/// together keeps the order of their rules.
///
/// A rule about a group is covered by rules about the same group and by blocks that leave no
/// address of either family out, not by blocks that happen to hold today's members.
///
/// The help text compares bare priorities, and so would call a drop redundant that stands at the
/// same priority as a wider accept, although it is evaluated first.
///
/// @spec https://help.aliyun.com/zh/ecs/user-guide/start-using-security-groups Health check
public final class RedundantRules {

    /// Boxes of flows made or compared for one answer; a group at its limit of rules that overlap
    /// as real ones do needs a tenth of it.
    private static final long BOX_COUNT_MAX = 2_000_000;

    private static final Comparator<Rule> EVALUATION_ORDER = comparing(Rule::priority)
            .thenComparing(Rule::action, comparing(action -> action == Action.ACCEPT))
            .thenComparingInt(Rule::position)
            .thenComparing(Rule::id);

    private RedundantRules() {}

    /// Returns the health of the rules of a group; of a group that the state does not know, the
    /// empty answer.
    public static Answer of(PolicyState state, SecurityGroupId group) {
        return of(state, group, Effort.ofBoxes(BOX_COUNT_MAX));
    }

    static Answer of(PolicyState state, SecurityGroupId group, Effort effort) {
        List<Finding> findings = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            List<Rule> inOrder = state.rulesOf(group).stream()
                    .filter(rule -> rule.direction() == direction)
                    .sorted(EVALUATION_ORDER)
                    .toList();
            RuleWalk walk = new RuleWalk(state, inOrder, effort);
            inOrder.forEach(rule -> findings.add(walk.next(rule)));
        }
        return new Answer(findings);
    }
}
