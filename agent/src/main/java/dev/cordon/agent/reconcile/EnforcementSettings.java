package dev.cordon.agent.reconcile;

import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.nft.ruleset.SessionQuota;

/// What the operator of a host has said about enforcing there.
///
/// @param quota of each link that carries a guest
/// @param change what happens to a session whose verdict turns to drop
public record EnforcementSettings(SessionQuota quota, ChangePolicy change) {

    public static final EnforcementSettings DEFAULT =
            new EnforcementSettings(SessionQuota.DEFAULT, ChangePolicy.REVALIDATE);
}
