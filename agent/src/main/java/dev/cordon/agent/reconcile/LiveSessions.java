package dev.cordon.agent.reconcile;

import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.session.Doubt;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.lower.Binding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Ends the sessions that are no longer allowed, looking at those alone that a change may have
/// turned.
///
/// Every session of the table was accepted by the view that was judged last, or has begun under it:
/// so [#changing] comes before each transaction, and [#judge] after it. Sessions that have begun
/// under a transaction that was never judged, or while somebody else had changed the ruleset, may
/// be accepted by no view: then all are looked at.
public final class LiveSessions {

    /// Looks after a change: the first two follow at once, as our own transactions wake the loop.
    private static final int LATE_COUNT = 3;

    private final Kernel kernel;
    private Optional<HostView> judged = Optional.empty();
    private Set<EniId> known = Set.of();
    private Set<EniId> knownOfMachine = Set.of();
    private boolean unjudged;
    private Optional<Late> late = Optional.empty();

    /// What is judged again, and how many times still.
    private record Late(DumpPlan plan, SessionJudge judge, int count) {}

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
        return judge(view, bound, MachineLinks.none(kernel));
    }

    /// The same, where some links may be the machine's own.
    public int judge(HostView view, List<Binding> bindings) {
        Set<EniId> bound = bindings.stream().map(Binding::eni).collect(Collectors.toUnmodifiableSet());
        return judge(view, bound, MachineLinks.of(kernel, bindings));
    }

    private int judge(HostView view, Set<EniId> bound, MachineLinks machine) {
        DumpPlan plan = plan(view, bound, machine);
        judged = Optional.empty();
        Late first = new Late(plan, new SessionJudge(view, machine), LATE_COUNT);
        int ended = end(first);
        late = Optional.of(first);
        judged = Optional.of(view);
        unjudged = false;
        known = Set.copyOf(bound);
        knownOfMachine = machine.enis();
        return ended;
    }

    /// Judges once more what was judged last, for a while: a packet may have been accepted by the
    /// view before, and have stood still until its session was looked for.
    ///
    /// @return how many sessions were ended
    public int judgeLate() {
        Optional<Late> again = late.filter(last -> !unjudged && last.count() > 0);
        late = again.map(last -> new Late(last.plan(), last.judge(), last.count() - 1));
        return again.map(this::end).orElse(0);
    }

    private int end(Late what) {
        return switch (what.plan()) {
            case DumpPlan.Whole() -> kernel.endSessions(what.judge()::ends);
            case DumpPlan.Filtered(var filters) ->
                filters.isEmpty() ? 0 : kernel.endSessions(filters, what.judge()::ends);
        };
    }

    private DumpPlan plan(HostView view, Set<EniId> bound, MachineLinks machine) {
        if (judged.isEmpty()) {
            return new DumpPlan.Whole();
        }
        Set<EniId> fresh = new HashSet<>(bound);
        fresh.removeAll(known);
        Set<EniId> ofMachine = machine.enis();
        ofMachine.stream().filter(eni -> !knownOfMachine.contains(eni)).forEach(fresh::add);
        List<Doubt> doubts = Doubt.between(judged.get(), view, fresh, ofMachine);
        return doubts.isEmpty() ? new DumpPlan.Filtered(Set.of()) : DumpPlan.of(doubts, kernel.sessionCount());
    }
}
