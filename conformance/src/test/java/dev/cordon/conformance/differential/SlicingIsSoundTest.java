package dev.cordon.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.table.CompiledPolicy;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import java.util.List;
import org.junit.jupiter.api.Test;

/// *Slicing is sound*: at a host's own ENIs, its view decides as the whole policy does.
final class SlicingIsSoundTest {

    private static final int STATE_COUNT = 300;
    private static final int FLOWS_PER_SIDE = 10;

    @Test
    void viewDecidesAsTheWholeDoes() {
        Seeds.forEach(STATE_COUNT, SlicingIsSoundTest::compare);
    }

    private static void compare(Chance chance) {
        PolicyState state = new RandomStates(chance).next();
        List<EniId> local = state.enis()
                .map(Eni::id)
                .filter(id -> chance.between(0, 1) == 0)
                .toList();
        CompiledPolicy whole = CompiledPolicy.of(Profile.ALIYUN_DEFAULT, state);
        HostView view = Compiler.view(Profile.ALIYUN_DEFAULT, state, new Revision(3), local);
        RandomFlows flows = new RandomFlows(chance, state);
        for (EniId id : local) {
            Eni eni = state.eni(id).orElseThrow();
            for (Direction direction : Direction.values()) {
                for (int i = 0; i < FLOWS_PER_SIDE; i++) {
                    Flow flow = flows.next(eni, direction);
                    assertEquals(whole.decide(id, direction, flow), view.decide(id, direction, flow));
                }
            }
        }
    }
}
