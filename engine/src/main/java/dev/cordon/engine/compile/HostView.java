package dev.cordon.engine.compile;

import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.Revision;
import dev.cordon.model.verdict.Verdict;

/// What one host needs, and nothing more: the policies of its own ENIs at a revision.
public record HostView(Revision revision, CompiledPolicy policy) {

    public Verdict decide(EniId eni, Direction direction, Flow flow) {
        return policy.decide(eni, direction, flow);
    }
}
