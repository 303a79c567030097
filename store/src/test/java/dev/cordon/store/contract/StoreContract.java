package dev.cordon.store.contract;

import static dev.cordon.store.contract.Fixtures.audit;
import static dev.cordon.store.contract.Fixtures.batch;
import static dev.cordon.store.contract.Fixtures.commit;
import static dev.cordon.store.contract.Fixtures.delete;
import static dev.cordon.store.contract.Fixtures.entries;
import static dev.cordon.store.contract.Fixtures.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.model.state.Revision;
import dev.cordon.store.CommittedChange;
import dev.cordon.store.Contents;
import dev.cordon.store.History;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.Key;
import dev.cordon.store.OutOfHistory.Ahead;
import dev.cordon.store.OutOfHistory.Compacted;
import dev.cordon.store.Outcome.Committed;
import dev.cordon.store.Outcome.Conflict;
import dev.cordon.store.Store;
import dev.cordon.store.Watch;
import dev.cordon.store.Writes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What every backend promises, whatever it is made of. A subclass opens the backend, and does
/// nothing else.
///
/// The guarantees, each with a checker of its name:
///
/// - *ordered*: a watch delivers changes in the order of their revisions.
/// - *unique*: no revision is given to two commits, and no watch delivers one twice.
/// - *atomic*: a commit is seen whole or not at all, by every read and watch.
/// - *reliable*: an acknowledged commit is never lost, and no watch leaves one out.
/// - *resumable*: a watch started after a revision delivers what an unbroken one would have.
@Timeout(120)
public abstract class StoreContract {

    protected static final HistoryLimit WHOLE_HISTORY = new HistoryLimit(10_000);
    private static final HistoryLimit LAST_FIVE = new HistoryLimit(5);
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    protected Path folder;

    protected Store store;

    /// Opens the backend's store, empty at first.
    ///
    /// @param folder where it may keep files
    protected abstract Store open(Path folder, HistoryLimit limit);

    @BeforeEach
    void openStore() {
        store = open(folder, WHOLE_HISTORY);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /// Returns the recording of a workload that began on whatever is in the store.
    protected final Recording recordWorkload() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("workload seed " + seed);
        return Workload.run(store, seed);
    }

    private void reopenEmpty(HistoryLimit limit) {
        store.close();
        store = open(folder.resolve("other"), limit);
    }

    @Test
    void isOrdered() throws Exception {
        assertThat(new OrderedChecker().violations(recordWorkload())).isEmpty();
    }

    @Test
    void isUnique() throws Exception {
        assertThat(new UniqueChecker().violations(recordWorkload())).isEmpty();
    }

    @Test
    void isAtomic() throws Exception {
        assertThat(new AtomicChecker().violations(recordWorkload())).isEmpty();
    }

    @Test
    void isReliable() throws Exception {
        assertThat(new ReliableChecker().violations(recordWorkload())).isEmpty();
    }

    @Test
    void isResumable() throws Exception {
        assertThat(new ResumableChecker().violations(recordWorkload())).isEmpty();
    }

    @Test
    void emptyStoreIsAtNoRevision() {
        assertThat(store.head()).isEqualTo(Revision.NONE);
        assertThat(store.readHead()).isEqualTo(new Contents(Revision.NONE, new TreeMap<>()));
        assertThat(store.read(Revision.NONE)).isEqualTo(store.readHead());
        assertThat(store.history(Revision.NONE, 10)).isEqualTo(new History.Changes(List.of()));
    }

    @Test
    void everyPastRevisionCanBeRead() {
        store.commit(commit(0, put("a", "one")));
        store.commit(commit(1, put("b", "two")));
        store.commit(commit(2, put("a", "three")));
        store.commit(commit(3, delete("b")));
        assertThat(LongStream.rangeClosed(0, 4).mapToObj(number -> store.read(new Revision(number))))
                .containsExactly(
                        contents(0, Map.of()),
                        contents(1, Map.of("a", "one")),
                        contents(2, Map.of("a", "one", "b", "two")),
                        contents(3, Map.of("a", "three", "b", "two")),
                        contents(4, Map.of("a", "three")));
        assertThat(store.readHead()).isEqualTo(contents(4, Map.of("a", "three")));
    }

    @Test
    void commitForAnotherHeadChangesNothing() {
        assertThat(store.commit(commit(0, put("a", "one")))).isEqualTo(new Committed(new Revision(1)));
        assertThat(store.commit(commit(0, put("a", "late")))).isEqualTo(new Conflict(new Revision(1)));
        assertThat(store.commit(commit(2, put("a", "early")))).isEqualTo(new Conflict(new Revision(1)));
        assertThat(store.readHead()).isEqualTo(contents(1, Map.of("a", "one")));
        assertThat(store.history(Revision.NONE, 10)).isEqualTo(changes(change(1, put("a", "one"))));
    }

    @Test
    void batchIsCommittedAsOneButKeepsItsRevisions() {
        assertThat(store.commit(batch(0, put("a", "one"), put("a", "two"), delete("a"))))
                .isEqualTo(new Committed(new Revision(3)));
        assertThat(store.history(Revision.NONE, 10))
                .isEqualTo(changes(change(1, put("a", "one")), change(2, put("a", "two")), change(3, delete("a"))));
        assertThat(store.read(new Revision(2))).isEqualTo(contents(2, Map.of("a", "two")));
    }

    @Test
    void batchForAnotherHeadChangesNothing() {
        store.commit(commit(0, put("a", "one")));
        assertThat(store.commit(batch(0, put("b", "two"), put("c", "three")))).isEqualTo(new Conflict(new Revision(1)));
        assertThat(store.readHead()).isEqualTo(contents(1, Map.of("a", "one")));
    }

    @Test
    void emptyCommitAndIdleDeleteAreRecordedAsAsked() {
        store.commit(commit(0, Writes.NONE));
        store.commit(commit(1, delete("never-put", "nor-this")));
        assertThat(store.history(Revision.NONE, 10))
                .isEqualTo(changes(change(1, Writes.NONE), change(2, delete("never-put", "nor-this"))));
        assertThat(store.readHead()).isEqualTo(contents(2, Map.of()));
    }

    @Test
    void textOfEveryShapeComesBack() {
        SortedMap<Key, String> puts = entries(Map.of(
                "empty", "",
                "zero", "before\0after",
                "planes", "\u007f \u00e9 \u4e2d \uffff \ud83d\ude00",
                "lines", "a\r\nb\tc",
                "quotes", "'\"`; DROP TABLE version",
                "!#%&?/\\~", "odd key"));
        store.commit(commit(0, new Writes(puts, new TreeSet<>())));
        assertThat(store.readHead()).isEqualTo(new Contents(new Revision(1), puts));
        assertThat(store.history(Revision.NONE, 1)).isEqualTo(changes(change(1, new Writes(puts, new TreeSet<>()))));
    }

    @Test
    void largestCommitsAreTaken() {
        SortedMap<Key, String> many = new TreeMap<>();
        for (int number = 0; number < Writes.KEY_COUNT_MAX; number++) {
            many.put(new Key("key/" + number), "value-" + number);
        }
        SortedMap<Key, String> large = new TreeMap<>();
        for (int number = 1; number < Writes.BYTE_COUNT_MAX / Writes.VALUE_BYTE_COUNT_MAX; number++) {
            String longest = ("key/" + number + "/").repeat(Key.BYTE_COUNT_MAX).substring(0, Key.BYTE_COUNT_MAX);
            large.put(new Key(longest), Integer.toHexString(number).repeat(Writes.VALUE_BYTE_COUNT_MAX));
        }
        store.commit(commit(0, new Writes(many, new TreeSet<>())));
        store.commit(commit(1, new Writes(new TreeMap<>(), new TreeSet<>(many.keySet()))));
        store.commit(commit(2, new Writes(large, new TreeSet<>())));
        assertThat(store.read(new Revision(1))).isEqualTo(new Contents(new Revision(1), many));
        assertThat(store.readHead()).isEqualTo(new Contents(new Revision(3), large));
    }

    @Test
    void historyIsReadInPages() {
        store.commit(batch(0, put("a", "one"), put("a", "two"), put("a", "three"), put("a", "four")));
        assertThat(store.history(new Revision(1), 2))
                .isEqualTo(changes(change(2, put("a", "two")), change(3, put("a", "three"))));
        assertThat(store.history(new Revision(3), 2)).isEqualTo(changes(change(4, put("a", "four"))));
        assertThat(store.history(new Revision(4), 2)).isEqualTo(changes());
        assertThatIllegalArgumentException().isThrownBy(() -> store.history(Revision.NONE, 0));
    }

    @Test
    void historyAnswersOnlySoManyBytes() throws Exception {
        String large = "x".repeat(Writes.VALUE_BYTE_COUNT_MAX);
        long count = History.BYTE_COUNT_MAX / large.length() + 2;
        for (long number = 0; number < count; number++) {
            store.commit(commit(number, put("key/" + number, large)));
        }
        assertThat(store.history(Revision.NONE, History.COUNT_MAX))
                .isInstanceOfSatisfying(
                        History.Changes.class,
                        page -> assertThat(page.oldestFirst()).hasSizeBetween(1, (int) count - 1));
        try (Watch watch = store.watch(Revision.NONE)) {
            for (long number = 0; number < count; number++) {
                assertThat(watch.poll(LONG)).isEqualTo(change(number + 1, put("key/" + number, large)));
            }
        }
    }

    @Test
    void revisionYetToComeIsAhead() throws Exception {
        store.commit(commit(0, put("a", "one")));
        Ahead ahead = new Ahead(new Revision(1));
        assertThat(store.read(new Revision(2))).isEqualTo(ahead);
        assertThat(store.history(new Revision(2), 10)).isEqualTo(ahead);
        try (Watch watch = store.watch(new Revision(2))) {
            assertThat(watch.poll(SHORT)).isEqualTo(ahead);
        }
    }

    @Test
    void onlyTheNewestRevisionsAreKept() throws Exception {
        reopenEmpty(LAST_FIVE);
        for (long number = 0; number < 12; number++) {
            store.commit(commit(number, number % 3 == 2 ? delete("a") : put("a", "value-" + number)));
        }
        Compacted compacted = new Compacted(new Revision(7));
        assertThat(store.read(new Revision(6))).isEqualTo(compacted);
        assertThat(store.history(new Revision(6), 10)).isEqualTo(compacted);
        try (Watch watch = store.watch(new Revision(6))) {
            assertThat(watch.poll(SHORT)).isEqualTo(compacted);
            assertThat(watch.poll(SHORT)).isEqualTo(compacted);
        }
        assertThat(LongStream.rangeClosed(7, 12).mapToObj(number -> store.read(new Revision(number))))
                .containsExactly(
                        contents(7, Map.of("a", "value-6")),
                        contents(8, Map.of("a", "value-7")),
                        contents(9, Map.of()),
                        contents(10, Map.of("a", "value-9")),
                        contents(11, Map.of("a", "value-10")),
                        contents(12, Map.of()));
        assertThat(store.history(new Revision(7), 10))
                .isEqualTo(changes(
                        change(8, put("a", "value-7")),
                        change(9, delete("a")),
                        change(10, put("a", "value-9")),
                        change(11, put("a", "value-10")),
                        change(12, delete("a"))));
    }

    @Test
    void whatIsOlderThanTheHistoryStaysInTheContents() {
        reopenEmpty(LAST_FIVE);
        store.commit(commit(0, put("old", "kept")));
        for (long number = 1; number < 20; number++) {
            store.commit(commit(number, put("new", "value-" + number)));
        }
        assertThat(store.readHead()).isEqualTo(contents(20, Map.of("old", "kept", "new", "value-19")));
        assertThat(store.read(new Revision(15))).isEqualTo(contents(15, Map.of("old", "kept", "new", "value-14")));
    }

    @Test
    void batchLongerThanTheHistoryIsCutToIt() {
        reopenEmpty(LAST_FIVE);
        Writes[] writes = LongStream.range(0, 9)
                .mapToObj(number -> put("key/" + number, "value-" + number))
                .toArray(Writes[]::new);
        assertThat(store.commit(batch(0, writes))).isEqualTo(new Committed(new Revision(9)));
        assertThat(store.history(new Revision(3), 10)).isEqualTo(new Compacted(new Revision(4)));
        assertThat(store.readHead().entries()).hasSize(9);
    }

    @Test
    void watchIsQuietUntilACommitWakesIt() throws Exception {
        try (Watch watch = store.watch(Revision.NONE);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(watch.poll(SHORT)).isEqualTo(new Watch.Quiet());
            Future<Watch.Event> woken = threads.submit(() -> watch.poll(LONG));
            store.commit(commit(0, put("a", "one")));
            assertThat(woken.get()).isEqualTo(change(1, put("a", "one")));
        }
    }

    @Test
    void closingAWatchWakesIt() throws Exception {
        Watch watch = store.watch(Revision.NONE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Watch.Event> woken = threads.submit(() -> watch.poll(LONG));
            watch.close();
            assertThat(woken.get()).isEqualTo(new Watch.Ended());
        }
    }

    @Test
    void closingTheStoreEndsEverything() throws Exception {
        store.commit(commit(0, put("a", "one")));
        try (Watch watch = store.watch(new Revision(1));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Watch.Event> woken = threads.submit(() -> watch.poll(LONG));
            store.close();
            assertThat(woken.get()).isEqualTo(new Watch.Ended());
            assertThat(watch.poll(LONG)).isEqualTo(new Watch.Ended());
        }
        assertThatIllegalStateException().isThrownBy(store::head);
        assertThatIllegalStateException().isThrownBy(store::readHead);
        assertThatIllegalStateException().isThrownBy(() -> store.read(new Revision(1)));
        assertThatIllegalStateException().isThrownBy(() -> store.history(Revision.NONE, 1));
        assertThatIllegalStateException().isThrownBy(() -> store.watch(Revision.NONE));
        assertThatIllegalStateException().isThrownBy(() -> store.commit(commit(1, put("b", "two"))));
    }

    @Test
    void interruptEndsTheWaitAndLosesNothing() throws Exception {
        try (Watch watch = store.watch(Revision.NONE)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> watch.poll(LONG)).isInstanceOf(InterruptedException.class);
            store.commit(commit(0, put("a", "one")));
            assertThat(watch.poll(LONG)).isEqualTo(change(1, put("a", "one")));
        }
    }

    protected static Contents contents(long revision, Map<String, String> texts) {
        return new Contents(new Revision(revision), entries(texts));
    }

    protected static CommittedChange change(long revision, Writes writes) {
        return new CommittedChange(new Revision(revision), writes, audit(new Revision(revision - 1)));
    }

    protected static History.Changes changes(CommittedChange... oldestFirst) {
        return new History.Changes(List.of(oldestFirst));
    }
}
