package dev.cordon.agent.reconcile;

import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.nft.lower.HostRules;

/// What the operator of a host has said about enforcing there.
///
/// @param change what happens to a session whose verdict turns to drop
public record EnforcementSettings(HostRules rules, ChangePolicy change) {

    public static final EnforcementSettings DEFAULT =
            new EnforcementSettings(HostRules.DEFAULT, ChangePolicy.REVALIDATE);
}
