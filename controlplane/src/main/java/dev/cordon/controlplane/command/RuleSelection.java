package dev.cordon.controlplane.command;

import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import java.util.List;

/// Which rules of a group and direction are to be revoked.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-revokesecuritygroup RevokeSecurityGroup
public sealed interface RuleSelection {

    /// The rules named, each of which must be there.
    record ByIds(List<RuleId> ids) implements RuleSelection {

        public ByIds {
            ids = List.copyOf(ids);
        }
    }

    /// Every rule that fits one of the patterns; a pattern that fits none is no mistake.
    record ByMatch(List<Pattern> patterns) implements RuleSelection {

        public ByMatch {
            patterns = List.copyOf(patterns);
        }
    }

    record Pattern(RuleMatch match, Action action, PriorityFilter priority) {

        public boolean fits(Rule rule) {
            return rule.match().equals(match) && rule.action() == action && priority.admits(rule.priority());
        }
    }

    sealed interface PriorityFilter {

        record Any() implements PriorityFilter {}

        record Exactly(Priority priority) implements PriorityFilter {}

        default boolean admits(Priority found) {
            return switch (this) {
                case Any() -> true;
                case Exactly(Priority wanted) -> wanted.equals(found);
            };
        }
    }
}
