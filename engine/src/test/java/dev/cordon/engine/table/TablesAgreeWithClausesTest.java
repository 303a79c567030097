package dev.cordon.engine.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomHistory;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The numbers that decide and the clauses that are lowered to the kernel say the same. The seeds
/// are fixed, so that mutants are tried on the same cases; fresh ones are tried in `conformance`.
final class TablesAgreeWithClausesTest {

    private static final int SEED_COUNT = 8;
    private static final int MANY_RULES_SEED_COUNT = 2;
    private static final int BATCH_COUNT = 8;
    private static final int FLOWS_PER_SIDE = 12;
    private static final int COPY_COUNT = 40;
    private static final int ROOM = 64;

    static Stream<Profile> profiles() {
        return Stream.of(IntraEgress.values())
                .flatMap(egress -> Stream.of(Isolation.values())
                        .map(isolation -> new Profile(egress, isolation, ChangePolicy.REVALIDATE)));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void afterEachChange(Profile profile) {
        for (long seed = 1; seed <= SEED_COUNT; seed++) {
            Chance chance = Chance.seeded(seed);
            CompiledPolicy policy = CompiledPolicy.empty(profile);
            for (List<Change> batch : new RandomHistory(chance).next(BATCH_COUNT)) {
                policy = policy.apply(batch);
                compare(policy, chance);
            }
        }
    }

    /// Copies of rules fill several words, and then a table.
    @ParameterizedTest
    @MethodSource("profiles")
    void withManyRules(Profile profile) {
        for (long seed = 1; seed <= MANY_RULES_SEED_COUNT; seed++) {
            Chance chance = Chance.seeded(seed);
            CompiledPolicy policy = CompiledPolicy.of(profile, new RandomStates(chance).next());
            for (int copy = 0; copy < COPY_COUNT; copy++) {
                policy = policy.apply(copies(policy.state(), copy));
                if (copy % 6 == 0) {
                    compare(policy, chance);
                }
            }
        }
    }

    private static List<Change> copies(PolicyState state, int copy) {
        List<Change> copies = new ArrayList<>();
        state.groups()
                .flatMap(group -> state.rulesOf(group.id()).stream())
                .filter(rule -> rule.position() < 1_000)
                .forEach(rule -> copies.add(new Put(copy(rule, copy))));
        return copies;
    }

    private static Rule copy(Rule rule, int copy) {
        return new Rule(
                new RuleId(rule.id().value() + "-" + copy),
                rule.group(),
                rule.direction(),
                rule.match(),
                rule.action(),
                rule.priority(),
                rule.position() + 1_000 * (copy + 1),
                rule.details());
    }

    private static void compare(CompiledPolicy policy, Chance chance) {
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
