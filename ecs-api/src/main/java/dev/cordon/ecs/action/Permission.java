package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.NewRule;
import dev.cordon.controlplane.command.RuleSelection.Pattern;
import dev.cordon.controlplane.command.RuleSelection.PriorityFilter;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;

/// A rule as a request describes it, to be written or to be revoked.
record Permission(RuleMatch match, Action action, PriorityFilter priority, RuleDetails details) {

    /// A rule that is written without a priority has the highest.
    NewRule toRule(RuleId id) {
        Priority rank = switch (priority) {
            case PriorityFilter.Any() -> Priority.HIGHEST;
            case PriorityFilter.Exactly(Priority given) -> given;
        };
        return new NewRule(id, match, action, rank, details);
    }

    /// A rule is revoked by what it matches; the description has no part in it.
    Pattern toPattern() {
        return new Pattern(match, action, priority);
    }
}
