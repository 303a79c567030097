package dev.cordon.agent.reconcile;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.Replaced;
import dev.cordon.model.state.SortedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Finds the policies that a kernel refuses, by trying halves of those that are new.
///
/// Whoever is not to blame keeps the old policy until the kernel has the new one.
final class RefusalSearch {

    /// Attempts, each the whole table anew. What is not cleared by then counts as refused.
    static final int ATTEMPTS_MAX = 64;

    private final Predicate<HostView> attempt;
    private final List<EniPolicy> refused = new ArrayList<>();
    private HostView accepted;
    private int attempts;

    private RefusalSearch(HostView accepted, Predicate<HostView> attempt) {
        this.accepted = accepted;
        this.attempt = attempt;
    }

    /// Returns the policies of a view that are refused. The last attempt need not be one that the
    /// kernel took.
    ///
    /// @param held what the kernel holds
    /// @param attempt tells whether the kernel takes a view
    static List<EniPolicy> search(HostView held, HostView wanted, Predicate<HostView> attempt) {
        List<EniPolicy> fresh = new ArrayList<>();
        SortedTable<EniId, EniPolicy> kept = held.enis();
        for (Replaced<EniPolicy> replaced : held.enis().differences(wanted.enis())) {
            replaced.after().ifPresent(fresh::add);
            if (replaced.after().isEmpty()) {
                kept = kept.without(replaced.before().orElseThrow().eni());
            }
        }
        RefusalSearch search = new RefusalSearch(new HostView(wanted.revision(), kept), attempt);
        search.narrow(fresh);
        return List.copyOf(search.refused);
    }

    private void narrow(List<EniPolicy> suspects) {
        if (suspects.isEmpty() || takes(suspects)) {
            return;
        }
        if (suspects.size() == 1 || attempts >= ATTEMPTS_MAX) {
            refuse(suspects);
            return;
        }
        int half = suspects.size() / 2;
        narrow(suspects.subList(0, half));
        narrow(suspects.subList(half, suspects.size()));
    }

    private boolean takes(List<EniPolicy> suspects) {
        attempts++;
        HostView with = with(suspects);
        boolean taken = attempts <= ATTEMPTS_MAX && attempt.test(with);
        if (taken) {
            accepted = with;
        }
        return taken;
    }

    private HostView with(List<EniPolicy> policies) {
        SortedTable<EniId, EniPolicy> enis = accepted.enis();
        for (EniPolicy policy : policies) {
            enis = enis.with(policy.eni(), policy);
        }
        return new HostView(accepted.revision(), enis);
    }

    /// Whose policy is refused has none: the old one holds no more.
    private void refuse(List<EniPolicy> policies) {
        refused.addAll(policies);
        accepted = RefusedEnis.without(accepted, policies);
    }
}
