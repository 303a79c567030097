package dev.cordon.bench.engine;

import dev.cordon.bench.draw.FlowTable;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.Collection;

/// An engine as the benchmarks see it.
public interface Decider {

    /// Returns the engine under test, with a state compiled.
    static Decider compiled(PolicyState state) {
        return TableDecider.compiled(state);
    }

    /// Turns flows into what the engine reads; not measured.
    Prepared prepare(FlowTable flows);

    /// Returns the engine after a change.
    Decider apply(Collection<Change> changes);

    HostView view(Collection<EniId> enis);

    /// Flows that the engine can decide, by row.
    interface Prepared {

        /// Returns the engine with room to remember so many flows, a power of two.
        Prepared remembering(int flowCount);

        Verdict decide(int row);

        /// Decides as many flows as there is room for, from a row on.
        void decideAll(int firstRow, Verdict[] into);
    }
}
