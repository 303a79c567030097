package dev.cordon.agent.reconcile;

import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.Revision;
import dev.cordon.nft.lower.Binding;
import java.util.List;

/// What a host has confirmed: this revision holds in its kernel, for the links that carry ENIs
/// here.
public record Enforced(Revision revision, List<Binding> bindings) {

    public static final Enforced NOTHING = new Enforced(Revision.NONE, List.of());

    public Enforced {
        bindings = List.copyOf(bindings);
    }

    /// Tells whether a link with this ENI is held to the revision.
    public boolean binds(EniId eni) {
        return bindings.stream().anyMatch(binding -> binding.eni().equals(eni));
    }
}
