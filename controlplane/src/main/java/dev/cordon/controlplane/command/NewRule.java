package dev.cordon.controlplane.command;

import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;

/// A rule to be written into a group; it has no place in the list yet.
///
/// @param id taken by the rule if it is new; if it exists already, its id stays
public record NewRule(RuleId id, RuleMatch match, Action action, Priority priority, RuleDetails details) {

    /// Returns what makes this the same rule as another.
    RuleContent content() {
        return new RuleContent(match, action, priority);
    }

    Rule at(SecurityGroupId group, Direction direction, int position) {
        return new Rule(id, group, direction, match, action, priority, position, details);
    }
}
