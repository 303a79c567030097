package dev.cordon.engine.table;

import dev.cordon.model.Chance;
import dev.cordon.model.RandomHistory;
import dev.cordon.model.RandomStates;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The numbers that decide and the clauses that are lowered to the kernel say the same. The seeds
/// are fixed, so that mutants are tried on the same cases; fresh ones are tried in `conformance`.
final class TablesAgreeWithClausesTest {

    private static final int SEED_COUNT = 8;
    private static final int MANY_RULES_SEED_COUNT = 3;
    private static final int BATCH_COUNT = 8;
    private static final int COPY_COUNT = 60;

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
                Agreement.check(policy, chance);
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
                if (copy % 20 == 19) {
                    Agreement.check(policy, chance);
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
}
