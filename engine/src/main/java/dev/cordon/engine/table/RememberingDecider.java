package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowCache;
import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.model.verdict.Verdict;

/// Decides flows of which many come again: those that are remembered are not decided anew. Where
/// few come again, a [Decider] alone is faster. Used by one thread at a time.
public final class RememberingDecider implements FlowDecider {

    private final Decider decider;
    private final FlowCache known;

    RememberingDecider(Decider decider, FlowCache known) {
        this.decider = decider;
        this.known = known;
    }

    @Override
    public Verdict decide(FlowColumns flows, int row) {
        Verdict verdict = known.find(flows, row);
        return verdict != null ? verdict : decideAnew(flows, row);
    }

    private Verdict decideAnew(FlowColumns flows, int row) {
        Verdict verdict = decider.decide(flows, row);
        known.keep(flows, row, verdict);
        return verdict;
    }
}
