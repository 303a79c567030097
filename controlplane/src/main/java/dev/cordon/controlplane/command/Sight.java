package dev.cordon.controlplane.command;

import dev.cordon.model.policy.AccountId;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.Optional;

/// What the commands of an account can be about.
///
/// @param own what it owns; nearly everything is about this alone
/// @param all what all accounts own together, where the groups are that rules may name
public record Sight(PolicyState own, PolicyState all) {

    /// An account that is alone.
    public static Sight of(PolicyState only) {
        return new Sight(only, only);
    }

    /// Returns the group that a rule names: one of its own, unless the owner is named too.
    Optional<SecurityGroup> peer(SecurityGroupId id, Optional<AccountId> owner) {
        return owner.isEmpty()
                ? own.group(id)
                : all.group(id).filter(group -> group.details().owner().equals(owner.get()));
    }
}
