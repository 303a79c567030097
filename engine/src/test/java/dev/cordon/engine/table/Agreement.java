package dev.cordon.engine.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/// Whether the numbers of a policy say what its clauses say, of flows at every ENI.
final class Agreement {

    private static final int FLOWS_PER_SIDE = 12;
    private static final int ROOM = 64;

    private Agreement() {}

    static void check(CompiledPolicy policy, Chance chance) {
        PolicyState state = policy.state();
        List<EniId> enis = state.enis().map(Eni::id).toList();
        HostView view = policy.view(Revision.NONE, enis);
        RandomFlows random = new RandomFlows(chance, state);
        FlowColumns flows = new FlowColumns();
        List<Verdict> wanted = new ArrayList<>();
        for (Eni eni : state.enis().toList()) {
            for (Direction direction : Direction.values()) {
                for (int i = 0; i < FLOWS_PER_SIDE; i++) {
                    Flow flow = random.next(eni, direction);
                    flows.add(policy.indexOf(eni.id()).orElseThrow(), direction, flow);
                    wanted.add(view.decide(eni.id(), direction, flow));
                }
            }
        }
        compare(policy, flows, wanted);
    }

    private static void compare(CompiledPolicy policy, FlowColumns flows, List<Verdict> wanted) {
        Verdict[] got = new Verdict[flows.size()];
        policy.decider().decideAll(flows, 0, got);
        assertEquals(wanted, List.of(got));
        RememberingDecider remembering = policy.rememberingDecider(ROOM);
        remembering.decideAll(flows, 0, new Verdict[flows.size()]);
        for (int row = 0; row < flows.size(); row++) {
            assertEquals(wanted.get(row), remembering.decide(flows, row));
        }
    }
}
