package dev.cordon.agent.reconcile;

import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.Revision;
import java.util.Set;

/// What a host has confirmed: this revision holds in its kernel, for the ENIs that have links here.
public record Enforced(Revision revision, Set<EniId> enis) {

    public static final Enforced NOTHING = new Enforced(Revision.NONE, Set.of());

    public Enforced {
        enis = Set.copyOf(enis);
    }
}
