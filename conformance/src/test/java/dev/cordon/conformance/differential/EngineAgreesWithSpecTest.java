package dev.cordon.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.table.CompiledPolicy;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.spec.Spec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// *Engine agrees with spec*: the same verdict and reason, for every generated state and flow.
final class EngineAgreesWithSpecTest {

    private static final int STATE_COUNT = 400;
    private static final int FLOWS_PER_SIDE = 25;

    static Stream<Profile> profiles() {
        return Stream.of(IntraEgress.values())
                .flatMap(egress -> Stream.of(Isolation.values())
                        .map(isolation -> new Profile(egress, isolation, ChangePolicy.REVALIDATE)));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void sameVerdictAndReason(Profile profile) {
        Seeds.forEach(STATE_COUNT, chance -> {
            PolicyState state = new RandomStates(chance).next();
            compare(profile, state, new RandomFlows(chance, state));
        });
    }

    private static void compare(Profile profile, PolicyState state, RandomFlows flows) {
        Spec spec = new Spec(profile, state);
        CompiledPolicy engine = CompiledPolicy.of(profile, state);
        for (Eni eni : state.enis().toList()) {
            for (Direction direction : Direction.values()) {
                for (int i = 0; i < FLOWS_PER_SIDE; i++) {
                    Flow flow = flows.next(eni, direction);
                    Verdict wanted = spec.decide(eni.id(), direction, flow);
                    Verdict got = engine.decide(eni.id(), direction, flow);
                    assertEquals(wanted, got, () -> eni + " " + direction + " " + flow + "\nin " + state);
                }
            }
        }
    }

    @Test
    void bothCloseAnEniThatNobodyKnows() {
        PolicyState state = new RandomStates(Chance.seeded(7)).next();
        EniId unknown = new EniId("eni-nobody");
        Flow flow = new RandomFlows(Chance.seeded(8), state).next();
        for (Direction direction : List.of(Direction.INGRESS, Direction.EGRESS)) {
            Verdict wanted = Verdict.noGroup(unknown);
            assertEquals(wanted, new Spec(Profile.ALIYUN_DEFAULT, state).decide(unknown, direction, flow));
            assertEquals(
                    wanted, CompiledPolicy.of(Profile.ALIYUN_DEFAULT, state).decide(unknown, direction, flow));
        }
    }
}
