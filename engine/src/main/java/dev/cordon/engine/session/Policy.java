package dev.cordon.engine.session;

import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.Optional;

/// What session tables ask of the policy that holds.
public interface Policy {

    /// Decides a flow that belongs to no session.
    Verdict decide(EniId eni, Direction direction, Flow flow);

    /// What a state was compiled to, as far as it decides.
    interface Decider {
        Verdict decide(EniId eni, Direction direction, Flow flow);
    }

    /// Returns how long sessions of an ENI live; nothing if there is no such ENI.
    Optional<TrackingTimeouts> timeouts(EniId eni);

    /// Returns the policy of a state.
    static Policy of(Decider compiled, PolicyState state) {
        return new Policy() {
            @Override
            public Verdict decide(EniId eni, Direction direction, Flow flow) {
                return compiled.decide(eni, direction, flow);
            }

            @Override
            public Optional<TrackingTimeouts> timeouts(EniId eni) {
                return state.eni(eni).map(known -> known.settings().tracking());
            }
        };
    }
}
