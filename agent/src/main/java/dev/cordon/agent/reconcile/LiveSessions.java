package dev.cordon.agent.reconcile;

import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.session.Doubt;
import dev.cordon.model.policy.EniId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ends the sessions that are no longer allowed, looking at those alone that a change may have
/// turned.
///
/// Every session of the table was accepted by the view that was judged last, or has begun under it:
/// so [#changing] comes before each transaction, and [#judge] after it. Sessions that have begun
/// under a transaction that was never judged, or while somebody else had changed the ruleset, may
/// be accepted by no view: then all are looked at.
public final class LiveSessions {

    private final Kernel kernel;
    private Optional<HostView> judged = Optional.empty();
    private Set<EniId> known = Set.of();
    private boolean unjudged;

    public LiveSessions(Kernel kernel) {
        this.kernel = kernel;
    }

    /// Has the next judging look at every session: the ruleset was not ours for a while.
    public void distrust() {
        judged = Optional.empty();
    }

    /// Tells that a transaction is about to be made, and may hold even if it seems to fail.
    public void changing() {
        if (unjudged) {
            distrust();
        }
        unjudged = true;
    }

    /// Ends what a view drops.
    ///
    /// @param bound the ENIs whose links are held; a link that gets bound may have sessions that
    ///     nobody has judged
    /// @return how many sessions were ended
    public int judge(HostView view, Set<EniId> bound) {
        DumpPlan plan = plan(view, bound);
        judged = Optional.empty();
        int ended = switch (plan) {
            case DumpPlan.Whole() -> kernel.endSessions(new SessionJudge(view)::ends);
            case DumpPlan.Filtered(var filters) ->
                filters.isEmpty() ? 0 : kernel.endSessions(filters, new SessionJudge(view)::ends);
        };
        judged = Optional.of(view);
        unjudged = false;
        known = Set.copyOf(bound);
        return ended;
    }

    private DumpPlan plan(HostView view, Set<EniId> bound) {
        if (judged.isEmpty()) {
            return new DumpPlan.Whole();
        }
        Set<EniId> fresh = new HashSet<>(bound);
        fresh.removeAll(known);
        List<Doubt> doubts = Doubt.between(judged.get(), view, fresh);
        return doubts.isEmpty() ? new DumpPlan.Filtered(Set.of()) : DumpPlan.of(doubts, kernel.sessionCount());
    }
}
