package dev.cordon.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.state.Revision;
import dev.cordon.model.state.SortedTable;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalSearchTest {

    private static final int ENI_COUNT = 100;

    private final List<HostView> attempts = new ArrayList<>();

    private static EniPolicy policy(int number, Action otherwise) {
        Clauses ingress = new Clauses(Direction.INGRESS, List.of(), Verdict.byDefault(Action.DROP, Direction.INGRESS));
        Clauses egress = new Clauses(Direction.EGRESS, List.of(), Verdict.byDefault(otherwise, Direction.EGRESS));
        return new EniPolicy(
                new EniId("eni-" + number),
                new MacAddress(1),
                AddressSet.EMPTY,
                TrackingTimeouts.DEFAULT,
                ingress,
                egress);
    }

    private static HostView view(long revision, Action otherwise, Set<Integer> some) {
        SortedTable<EniId, EniPolicy> enis = SortedTable.empty();
        for (int number = 0; number < ENI_COUNT; number++) {
            EniPolicy policy = policy(number, some.contains(number) ? otherwise : Action.ACCEPT);
            enis = enis.with(policy.eni(), policy);
        }
        return new HostView(new Revision(revision), enis);
    }

    /// A kernel that takes no policy of some ENIs that drops.
    private Predicate<HostView> refusing(Integer... numbers) {
        return view -> {
            attempts.add(view);
            return List.of(numbers).stream()
                    .map(number -> policy(number, Action.DROP))
                    .noneMatch(policy -> view.enis().values().anyMatch(policy::equals));
        };
    }

    private static Set<Integer> all() {
        return new HashSet<>(IntStream.range(0, ENI_COUNT).boxed().toList());
    }

    @Test
    void findsWhoIsToBlame() {
        assertThat(RefusalSearch.search(
                        view(1, Action.ACCEPT, Set.of()), view(2, Action.DROP, all()), refusing(7, 55, 99)))
                .containsExactlyInAnyOrder(policy(7, Action.DROP), policy(55, Action.DROP), policy(99, Action.DROP));
        assertThat(attempts).hasSizeLessThanOrEqualTo(RefusalSearch.ATTEMPTS_MAX);
    }

    @Test
    void triesOnlyWhatIsNew() {
        assertThat(RefusalSearch.search(
                        view(1, Action.ACCEPT, Set.of()), view(2, Action.DROP, Set.of(7, 8)), refusing(8)))
                .containsExactly(policy(8, Action.DROP));
    }

    @Test
    void othersAlwaysHaveTheOldPolicyOrTheNewOne() {
        RefusalSearch.search(view(1, Action.ACCEPT, Set.of()), view(2, Action.DROP, all()), refusing(7, 55));
        assertThat(attempts).allSatisfy(view -> assertThat(view.enis().size()).isGreaterThanOrEqualTo(ENI_COUNT - 2));
    }

    @Test
    void withoutAnEarlierViewTheRestIsEnforced() {
        HostView nothing = new HostView(Revision.NONE, SortedTable.empty());
        assertThat(RefusalSearch.search(nothing, view(2, Action.DROP, Set.of(3)), refusing(3)))
                .containsExactly(policy(3, Action.DROP));
    }

    @Test
    void anEniThatIsGoneIsNobodysFault() {
        HostView before = view(1, Action.ACCEPT, Set.of());
        HostView after = new HostView(new Revision(2), before.enis().without(new EniId("eni-5")));
        assertThat(RefusalSearch.search(before, after, refusing())).isEmpty();
    }

    @Test
    void whatIsNotClearedInTimeIsRefused() {
        Integer[] odd = IntStream.range(0, ENI_COUNT)
                .filter(number -> number % 2 == 1)
                .boxed()
                .toArray(Integer[]::new);
        assertThat(RefusalSearch.search(view(1, Action.ACCEPT, Set.of()), view(2, Action.DROP, all()), refusing(odd)))
                .hasSizeGreaterThanOrEqualTo(odd.length);
        assertThat(attempts).hasSizeLessThanOrEqualTo(RefusalSearch.ATTEMPTS_MAX);
    }
}
