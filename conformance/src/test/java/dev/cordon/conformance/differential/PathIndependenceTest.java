package dev.cordon.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.table.CompiledPolicy;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import java.util.List;
import org.junit.jupiter.api.Test;

/// *Path independence*: whatever batches and order of changes lead to a state, the state, its view
/// and its verdicts are the same.
final class PathIndependenceTest {

    private static final int FLOWS_PER_SIDE = 6;

    @Test
    void anyOrderInOneBatchAndOneByOneLeadsToTheSame() {
        Seeds.forEach(50, 3, chance -> {
            List<Change> changes = new RandomStates(chance).nextChanges();
            CompiledPolicy together =
                    CompiledPolicy.empty(Profile.ALIYUN_DEFAULT).apply(chance.shuffled(changes));
            CompiledPolicy oneByOne = CompiledPolicy.empty(Profile.ALIYUN_DEFAULT);
            for (Change change : changes) {
                oneByOne = oneByOne.apply(List.of(change));
            }
            assertEquals(together.state(), oneByOne.state());
            assertEquals(view(together.state()), view(oneByOne.state()));
            compare(chance, together, oneByOne);
        });
    }

    private static Object view(PolicyState state) {
        List<EniId> all = state.enis().map(Eni::id).toList();
        return Compiler.view(Profile.ALIYUN_DEFAULT, state, new Revision(4), all);
    }

    private static void compare(Chance chance, CompiledPolicy one, CompiledPolicy other) {
        RandomFlows flows = new RandomFlows(chance, one.state());
        for (Eni eni : one.state().enis().toList()) {
            for (Direction direction : Direction.values()) {
                for (int i = 0; i < FLOWS_PER_SIDE; i++) {
                    Flow flow = flows.next(eni, direction);
                    assertEquals(one.decide(eni.id(), direction, flow), other.decide(eni.id(), direction, flow));
                }
            }
        }
    }
}
