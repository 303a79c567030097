package dev.cordon.controlplane.command;

import dev.cordon.model.policy.AccountId;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.Optional;

/// A rule to be written into a group; it has no place in the list yet.
///
/// @param id taken by the rule if it is new; if it exists already, its id stays
/// @param peerOwner the account whose group the rule names, if it says so; else it is one's own
public record NewRule(
        RuleId id,
        RuleMatch match,
        Action action,
        Priority priority,
        RuleDetails details,
        Optional<AccountId> peerOwner) {

    /// A rule that names no group of another account.
    public NewRule(RuleId id, RuleMatch match, Action action, Priority priority, RuleDetails details) {
        this(id, match, action, priority, details, Optional.empty());
    }

    /// Returns what makes this the same rule as another.
    RuleContent content() {
        return new RuleContent(match, action, priority);
    }

    Rule at(SecurityGroupId group, Direction direction, int position) {
        return new Rule(id, group, direction, match, action, priority, position, details);
    }
}
