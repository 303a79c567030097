package dev.cordon.engine.compile;

import static java.util.Comparator.comparing;

import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// The order in which the rules of several groups are tried.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/security-group-rules Rules of the same
///     direction from all groups are put together
public final class EvaluationOrder {

    private static final Comparator<Rule> BY_PRIORITY_THEN_DROP =
            comparing(Rule::priority).thenComparing(Rule::action, comparing(action -> action == Action.ACCEPT));

    private EvaluationOrder() {}

    /// Returns the rules of all groups by priority, then drop before accept. What follows, the
    /// order of the groups and of their rules, only settles which of several equal rules is named.
    public static List<Rule> rules(PolicyState state, List<SecurityGroupId> groups, Direction direction) {
        return rules(state::rulesOf, groups, direction);
    }

    /// @param rulesOf a group, in the order of writing
    public static List<Rule> rules(
            Function<SecurityGroupId, List<Rule>> rulesOf, List<SecurityGroupId> groups, Direction direction) {
        List<Rule> rules = new ArrayList<>();
        for (SecurityGroupId group : groups) {
            for (Rule rule : rulesOf.apply(group)) {
                if (rule.direction() == direction) {
                    rules.add(rule);
                }
            }
        }
        rules.sort(BY_PRIORITY_THEN_DROP);
        return rules;
    }
}
