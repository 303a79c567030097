package dev.cordon.agent.reconcile;

import dev.cordon.agent.kernel.NftException;
import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.Revision;
import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.HostRules;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.ruleset.Ruleset;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;

/// Puts host views into the kernel, or as much of them as it takes: an ENI whose policy it refuses
/// again and again must not keep the others from theirs.
final class Programming {

    /// Passes in a row that the kernel may refuse before the ENIs to blame are found and closed.
    static final int REFUSALS_MAX = 3;

    /// All that is said of reconciling is said in one voice.
    private static final Logger LOG = System.getLogger(Reconciler.class.getName());

    private final OurTables tables;
    private final HostRules rules;
    private final RefusedEnis refused = new RefusedEnis();
    private Lower lower;
    private int refusals;
    private HostView held = new HostView(Revision.NONE, SortedTable.empty());

    Programming(OurTables tables, HostRules rules) {
        this.tables = tables;
        this.rules = rules;
        this.lower = Lower.fresh(rules);
    }

    /// Returns what the kernel holds.
    HostView held() {
        return held;
    }

    /// Returns the ENIs that pass nothing, because the kernel refuses their policies.
    Set<EniId> refused() {
        return refused.enis();
    }

    /// Has the kernel hold a view.
    ///
    /// @return whether it had to be changed
    boolean program(HostView view, List<Binding> bindings) {
        HostView asked = refused.without(view);
        try {
            boolean changed = enforce(asked, bindings);
            refusals = 0;
            return changed;
        } catch (NftException refusal) {
            refusals++;
            if (refusals <= REFUSALS_MAX) {
                throw refusal;
            }
            List<EniPolicy> culprits = RefusalSearch.search(held, asked, some -> isTaken(some, bindings));
            boolean changed = enforce(RefusedEnis.without(asked, culprits), bindings);
            close(culprits, view.revision(), refusal);
            return changed;
        }
    }

    private boolean isTaken(HostView view, List<Binding> bindings) {
        try {
            enforce(view, bindings);
            return true;
        } catch (NftException refusal) {
            return false;
        }
    }

    private void close(List<EniPolicy> policies, Revision revision, NftException refusal) {
        refusals = 0;
        refused.add(policies);
        for (EniPolicy policy : policies) {
            LOG.log(
                    Level.ERROR,
                    "closed {0}: the kernel refuses its policy of revision {1}: {2}",
                    policy.eni(),
                    revision,
                    refusal.getMessage());
        }
    }

    private boolean enforce(HostView view, List<Binding> bindings) {
        boolean changed = tables.enforce(lowered(view, bindings));
        held = view;
        return changed;
    }

    /// Numbers that begin anew may mean something else than those in the kernel.
    private List<Ruleset> lowered(HostView view, List<Binding> bindings) {
        if (lower.isWorn()) {
            lower = Lower.fresh(rules);
            tables.forget();
        }
        return lower.next(view, bindings);
    }
}
