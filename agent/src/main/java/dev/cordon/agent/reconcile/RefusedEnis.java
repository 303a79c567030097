package dev.cordon.agent.reconcile;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.SortedTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// ENIs whose policies the kernel refuses. They are closed, so that all others are enforced.
final class RefusedEnis {

    /// Passes until a refused policy is tried again: about a minute, as an idle pass comes every
    /// half second.
    static final int RETRY_PASSES_MAX = 120;

    private final SortedMap<EniId, EniPolicy> refused = new TreeMap<>();
    private int passes;

    /// Returns a view without the policies that were refused, as long as they are the same.
    HostView without(HostView view) {
        passes++;
        if (passes > RETRY_PASSES_MAX) {
            refused.clear();
        }
        refused.values().removeIf(policy -> !view.enis().get(policy.eni()).equals(Optional.of(policy)));
        return without(view, refused.values());
    }

    static HostView without(HostView view, Collection<EniPolicy> policies) {
        SortedTable<EniId, EniPolicy> rest = view.enis();
        for (EniPolicy policy : policies) {
            rest = rest.without(policy.eni());
        }
        return new HostView(view.revision(), rest);
    }

    void add(List<EniPolicy> policies) {
        passes = 0;
        policies.forEach(policy -> refused.put(policy.eni(), policy));
    }

    Set<EniId> enis() {
        return Set.copyOf(refused.keySet());
    }
}
