package dev.cordon.nft.lower;

import dev.cordon.nft.ruleset.SessionQuota;
import java.util.List;
import java.util.Optional;

/// What the operator of a host has said beside all policy.
///
/// @param quota sessions of each link that carries a guest; empty for as many as the kernel keeps
/// @param kept what stays open at the machine's own links
public record HostRules(Optional<SessionQuota> quota, List<KeptPort> kept) {

    public static final HostRules DEFAULT = new HostRules(Optional.empty(), List.of());

    public HostRules {
        kept = List.copyOf(kept);
    }
}
