package dev.cordon.engine.compile;

import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.SortedTable;
import dev.cordon.model.verdict.Verdict;
import java.util.Collection;
import java.util.Optional;

/// The policies of ENIs, ready to decide.
///
/// @param enis by id; an ENI that is not here is closed
public record CompiledPolicy(SortedTable<EniId, EniPolicy> enis) {

    public Verdict decide(EniId eni, Direction direction, Flow flow) {
        return enis.get(eni).map(policy -> policy.decide(direction, flow)).orElseGet(() -> Verdict.noGroup(eni));
    }

    /// Returns the policies of some ENIs. What is left decides for them as the whole does.
    public CompiledPolicy slice(Collection<EniId> wanted) {
        SortedTable<EniId, EniPolicy> slice = SortedTable.empty();
        for (EniId id : wanted) {
            Optional<EniPolicy> policy = enis.get(id);
            slice = policy.isPresent() ? slice.with(id, policy.get()) : slice;
        }
        return new CompiledPolicy(slice);
    }
}
