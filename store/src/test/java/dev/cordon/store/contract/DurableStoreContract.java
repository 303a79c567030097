package dev.cordon.store.contract;

import static dev.cordon.store.contract.Fixtures.batch;
import static dev.cordon.store.contract.Fixtures.commit;
import static dev.cordon.store.contract.Fixtures.delete;
import static dev.cordon.store.contract.Fixtures.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.model.state.Revision;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.OutOfHistory.Compacted;
import dev.cordon.store.Outcome.Committed;
import dev.cordon.store.Outcome.Conflict;
import dev.cordon.store.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a backend promises in addition if it outlives its process.
public abstract class DurableStoreContract extends StoreContract {

    private static final Duration LONG = Duration.ofSeconds(60);

    private void reopen(HistoryLimit limit) {
        store.close();
        store = open(folder, limit);
    }

    @Test
    void everythingIsThereAfterReopening() {
        store.commit(batch(0, put("a", "one"), put("b", "two"), delete("a")));
        reopen(WHOLE_HISTORY);
        assertThat(store.head()).isEqualTo(new Revision(3));
        assertThat(store.readHead()).isEqualTo(contents(3, Map.of("b", "two")));
        assertThat(store.read(new Revision(2))).isEqualTo(contents(2, Map.of("a", "one", "b", "two")));
        assertThat(store.history(Revision.NONE, 10))
                .isEqualTo(changes(change(1, put("a", "one")), change(2, put("b", "two")), change(3, delete("a"))));
        assertThat(store.commit(commit(2, put("c", "late")))).isEqualTo(new Conflict(new Revision(3)));
        assertThat(store.commit(commit(3, put("c", "three")))).isEqualTo(new Committed(new Revision(4)));
    }

    @Test
    void watchIsResumedAfterReopening() throws Exception {
        store.commit(batch(0, put("a", "one"), put("b", "two")));
        reopen(WHOLE_HISTORY);
        store.commit(commit(2, put("c", "three")));
        try (Watch watch = store.watch(new Revision(1))) {
            assertThat(List.of(watch.poll(LONG), watch.poll(LONG)))
                    .containsExactly(change(2, put("b", "two")), change(3, put("c", "three")));
        }
    }

    @Test
    void guaranteesHoldAcrossReopening() throws Exception {
        Recording before = recordWorkload();
        reopen(WHOLE_HISTORY);
        Recording after = recordWorkload();
        Recording both = new Recording(
                concat(before.acknowledged(), after.acknowledged()),
                concat(before.watched(), after.watched()),
                concat(before.reads(), after.reads()),
                after.head());
        assertThat(Stream.of(
                                new OrderedChecker(),
                                new UniqueChecker(),
                                new AtomicChecker(),
                                new ReliableChecker(),
                                new ResumableChecker())
                        .flatMap(checker -> checker.violations(both)))
                .isEmpty();
    }

    @Test
    void historyShrinksBitByBitToASmallerLimit() {
        for (long number = 0; number < 10; number++) {
            store.commit(commit(number, put("a", "value-" + number)));
        }
        reopen(new HistoryLimit(3));
        assertThat(store.read(new Revision(1))).isEqualTo(contents(1, Map.of("a", "value-0")));
        for (long number = 10; number < 18; number++) {
            store.commit(commit(number, put("a", "value-" + number)));
        }
        assertThat(store.read(new Revision(14))).isEqualTo(new Compacted(new Revision(15)));
        assertThat(store.read(new Revision(15))).isEqualTo(contents(15, Map.of("a", "value-14")));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
