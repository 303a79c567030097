package dev.cordon.engine.compile;

import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.Revision;
import dev.cordon.model.state.SortedTable;
import dev.cordon.model.verdict.Verdict;

/// What one host needs, and nothing more: the policies of its own ENIs at a revision.
///
/// @param enis by id; an ENI that is not here is closed
public record HostView(Revision revision, SortedTable<EniId, EniPolicy> enis) {

    public Verdict decide(EniId eni, Direction direction, Flow flow) {
        return enis.get(eni).map(policy -> policy.decide(direction, flow)).orElseGet(() -> Verdict.noGroup(eni));
    }
}
