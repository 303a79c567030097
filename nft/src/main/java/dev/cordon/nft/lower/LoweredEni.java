package dev.cordon.nft.lower;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.model.policy.Direction;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Lookup;
import java.util.List;
import java.util.stream.Stream;

/// What is made of one ENI, kept as long as it stays the same.
///
/// @param ingressName the name of what the ENI shares with others
/// @param addresses which view has made its addresses what they are
/// @param own the sets of its own addresses
record LoweredEni(
        EniScopes scopes,
        String ingressName,
        String egressName,
        Version addresses,
        List<Chain> judging,
        List<Chain> guards,
        List<Lookup> own) {

    /// A policy with what it may share.
    record EniScopes(EniPolicy policy, Scope ingress, Scope egress) {

        static EniScopes of(EniPolicy policy) {
            return new EniScopes(policy, Scope.of(policy, Direction.INGRESS), Scope.of(policy, Direction.EGRESS));
        }
    }

    LoweredEni {
        judging = List.copyOf(judging);
        guards = List.copyOf(guards);
        own = List.copyOf(own);
    }

    static LoweredEni of(EniScopes scopes, String ingressName, String egressName, Version addresses) {
        EniChains chains = new EniChains(scopes.policy(), addresses);
        return new LoweredEni(
                scopes,
                ingressName,
                egressName,
                addresses,
                List.of(chains.judge(Direction.INGRESS, ingressName), chains.judge(Direction.EGRESS, egressName)),
                chains.guards(),
                chains.lookups().toList());
    }

    /// Tells whether the same would be made again.
    boolean isOf(EniScopes now, String ingress, String egress) {
        return hasAddressesOf(now) && hasMacOf(now) && ingressName.equals(ingress) && egressName.equals(egress);
    }

    private boolean hasMacOf(EniScopes now) {
        return scopes.policy().mac().equals(now.policy().mac());
    }

    boolean hasAddressesOf(EniScopes now) {
        return scopes.policy().addresses().equals(now.policy().addresses());
    }

    LoweredEni with(EniScopes now) {
        return new LoweredEni(now, ingressName, egressName, addresses, judging, guards, own);
    }

    Stream<Chain> chains(LinkKind kind) {
        return switch (kind) {
            case GUEST -> Stream.concat(judging.stream(), guards.stream());
            case HOST -> judging.stream();
            case BRIDGE_PORT -> Stream.empty();
        };
    }
}
