package dev.cordon.nft.lower;

import dev.cordon.nft.ruleset.SessionQuota;
import java.util.List;

/// What the operator of a host has said beside all policy.
///
/// @param quota sessions of each link that carries a guest
/// @param kept what stays open at the machine's own links
public record HostRules(SessionQuota quota, List<KeptPort> kept) {

    public static final HostRules DEFAULT = new HostRules(SessionQuota.DEFAULT, List.of());

    public HostRules {
        kept = List.copyOf(kept);
    }
}
