package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.model.verdict.Verdict;

/// What decides flows by one policy. Used by one thread at a time.
public sealed interface FlowDecider permits Decider, RememberingDecider {

    /// Decides one of the flows.
    ///
    /// @param row of the flow, whose ENI is of the policy
    Verdict decide(FlowColumns flows, int row);

    /// Decides several flows.
    ///
    /// @param first row of the first flow
    /// @param into gets a verdict for each flow from the first on; no longer than there are flows
    default void decideAll(FlowColumns flows, int first, Verdict[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = decide(flows, first + i);
        }
    }
}
