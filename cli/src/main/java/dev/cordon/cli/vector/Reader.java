package dev.cordon.cli.vector;

import dev.cordon.engine.table.CompiledPolicy;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.spec.Spec;
import java.util.List;

/// One of the programs that read a state, under the name by which a failing vector tells it.
record Reader(String name, Decider decider) {

    /// Decides a flow that belongs to no session.
    interface Decider {
        Verdict decide(EniId eni, Direction direction, Flow flow);
    }

    static List<Reader> of(Profile profile, PolicyState state) {
        CompiledPolicy compiled = CompiledPolicy.of(profile, state);
        return List.of(new Reader("spec", new Spec(profile, state)::decide), new Reader("engine", compiled::decide));
    }

    Verdict decide(EniId eni, Direction direction, Flow flow) {
        return decider.decide(eni, direction, flow);
    }
}
