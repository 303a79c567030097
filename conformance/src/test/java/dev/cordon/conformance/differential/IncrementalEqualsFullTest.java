package dev.cordon.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.table.CompiledPolicy;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomHistory;
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

/// *Incremental equals full*: a policy that has followed every change decides as one that is
/// compiled from nothing, after each batch of a generated history.
final class IncrementalEqualsFullTest {

    private static final int BATCH_COUNT = 12;
    private static final int FLOWS_PER_SIDE = 6;

    @Test
    void decidesAsIfCompiledFromNothing() {
        Comparison comparison = Comparison.of(Readers.TABLES, Readers.INCREMENTAL);
        Seeds.forEach(
                50,
                12,
                chance -> comparison.check(new RandomHistories(chance).nextOfFlows(BATCH_COUNT, FLOWS_PER_SIDE)));
    }

    /// What a policy was before a change, it is still after others have gone on from it.
    @Test
    void changesNothingOfThePolicyBefore() {
        Seeds.forEach(50, 4, chance -> {
            CompiledPolicy before = CompiledPolicy.empty(Profile.ALIYUN_DEFAULT);
            for (List<Change> batch : new RandomHistory(chance).next(BATCH_COUNT)) {
                CompiledPolicy after = before.apply(batch);
                after.makeTables();
                compare(chance, before, batch);
                before = after;
            }
        });
    }

    private static void compare(Chance chance, CompiledPolicy policy, List<Change> batch) {
        PolicyState state = policy.state();
        CompiledPolicy full = CompiledPolicy.of(Profile.ALIYUN_DEFAULT, state);
        List<EniId> enis = state.enis().map(Eni::id).toList();
        assertEquals(
                full.view(Revision.NONE, enis),
                policy.view(Revision.NONE, enis),
                () -> "the view after " + batch + "\nin " + state);
        RandomFlows flows = new RandomFlows(chance, state);
        for (Eni eni : state.enis().toList()) {
            for (Direction direction : Direction.values()) {
                for (int i = 0; i < FLOWS_PER_SIDE; i++) {
                    Flow flow = flows.next(eni, direction);
                    assertEquals(
                            full.decide(eni.id(), direction, flow),
                            policy.decide(eni.id(), direction, flow),
                            () -> eni + " " + direction + " " + flow + "\nafter " + batch + "\nin " + state);
                }
            }
        }
    }
}
