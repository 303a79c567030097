package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.NewRule;
import dev.cordon.controlplane.command.RuleSelection.Pattern;
import dev.cordon.controlplane.command.RuleSelection.PriorityFilter;
import dev.cordon.model.policy.AccountId;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import java.util.Optional;

/// A rule as a request describes it, to be written or to be revoked.
///
/// @param peerOwner what the request calls the owner of the group that the rule names, if it does
record Permission(
        RuleMatch match, Action action, PriorityFilter priority, RuleDetails details, Optional<String> peerOwner) {

    /// A rule that is written without a priority has the highest.
    ///
    /// @param neighbours who know the names of accounts
    NewRule toRule(RuleId id, Neighbours neighbours) {
        Priority rank = switch (priority) {
            case PriorityFilter.Any() -> Priority.HIGHEST;
            case PriorityFilter.Exactly(Priority given) -> given;
        };
        Optional<AccountId> owner = peerOwner.map(neighbours::account);
        return new NewRule(id, match, action, rank, details, owner);
    }

    /// A rule is revoked by what it matches; the description has no part in it.
    Pattern toPattern() {
        return new Pattern(match, action, priority);
    }
}
