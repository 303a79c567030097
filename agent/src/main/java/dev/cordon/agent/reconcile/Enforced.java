package dev.cordon.agent.reconcile;

import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.Revision;
import dev.cordon.nft.lower.Binding;
import java.util.List;
import java.util.Set;

/// What a host has confirmed: this revision holds in its kernel, for the links that carry ENIs
/// here.
///
/// @param refused ENIs that pass nothing, because the kernel refuses their policies
public record Enforced(Revision revision, List<Binding> bindings, Set<EniId> refused) {

    public static final Enforced NOTHING = new Enforced(Revision.NONE, List.of(), Set.of());

    public Enforced {
        bindings = List.copyOf(bindings);
        refused = Set.copyOf(refused);
    }

    /// Tells whether a link with this ENI is held to the revision.
    public boolean binds(EniId eni) {
        return !refused.contains(eni)
                && bindings.stream().anyMatch(binding -> binding.eni().equals(eni));
    }
}
