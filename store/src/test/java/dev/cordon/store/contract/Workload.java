package dev.cordon.store.contract;

import dev.cordon.model.state.Revision;
import dev.cordon.store.Audit;
import dev.cordon.store.Batch;
import dev.cordon.store.Commit;
import dev.cordon.store.CommittedChange;
import dev.cordon.store.Contents;
import dev.cordon.store.Key;
import dev.cordon.store.OutOfHistory;
import dev.cordon.store.Outcome;
import dev.cordon.store.Store;
import dev.cordon.store.Watch;
import dev.cordon.store.Writes;
import dev.cordon.store.contract.Recording.Acknowledged;
import dev.cordon.store.contract.Recording.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Several writers that contend for the head, while watches come and go and contents are read.
///
/// Everything random comes from one seed, but for the order in which threads get their turn.
public final class Workload {

    private static final int WRITER_COUNT = 4;
    private static final int COMMITS_PER_WRITER = 40;
    private static final int BATCH_SIZE_MAX = 3;
    private static final int KEY_COUNT = 12;
    private static final int WRITES_PER_COMMIT_MAX = 5;
    private static final int READ_COUNT = 40;
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Store store;
    private final long seed;
    private final Revision start;
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Watched> watched = new ConcurrentLinkedQueue<>();
    private final Queue<Contents> reads = new ConcurrentLinkedQueue<>();

    private Workload(Store store, long seed) {
        this.store = store;
        this.seed = seed;
        this.start = store.head();
    }

    /// Runs the workload on a store that is empty or has been through workloads before.
    ///
    /// A watch from the very start, taken at the end, ties the recording to everything before.
    public static Recording run(Store store, long seed) throws InterruptedException, ExecutionException {
        Workload workload = new Workload(store, seed);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            workload.runOn(threads);
        }
        workload.watch(Revision.NONE, store.head());
        return new Recording(
                List.copyOf(workload.acknowledged),
                List.copyOf(workload.watched),
                List.copyOf(workload.reads),
                store.head());
    }

    private void runOn(ExecutorService threads) throws InterruptedException, ExecutionException {
        Revision end = new Revision(start.number() + WRITER_COUNT * COMMITS_PER_WRITER);
        List<Callable<Revision>> roles = new ArrayList<>();
        for (int writer = 1; writer <= WRITER_COUNT; writer++) {
            String name = "writer-" + writer;
            Random random = new Random(seed + writer);
            roles.add(() -> write(name, random));
        }
        roles.add(() -> watch(start, end));
        roles.add(() -> watchInPieces(end, new Random(seed + 101)));
        roles.add(() -> watchInPieces(end, new Random(seed + 102)));
        roles.add(() -> read(new Random(seed + 201)));
        for (Future<Revision> role : threads.invokeAll(roles, DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            role.get();
        }
    }

    /// Commits until all are acknowledged, each conflict answered with a new try.
    private Revision write(String name, Random random) {
        Revision expected = start;
        int left = COMMITS_PER_WRITER;
        while (left > 0) {
            Batch batch = batch(name, expected, Math.min(left, 1 + random.nextInt(BATCH_SIZE_MAX)), random);
            switch (store.commit(batch)) {
                case Outcome.Conflict(Revision head) -> expected = head;
                case Outcome.Committed(Revision revision) -> {
                    acknowledge(batch, revision);
                    left -= batch.commits().size();
                    expected = revision;
                }
            }
        }
        return expected;
    }

    /// The answer names the last commit's revision; the others are counted back from it.
    private void acknowledge(Batch batch, Revision revision) {
        long number = revision.number();
        for (Commit commit : batch.commits().reversed()) {
            acknowledged.add(new Acknowledged(new Revision(number), commit));
            number--;
        }
    }

    private static Batch batch(String name, Revision expected, int size, Random random) {
        List<Commit> commits = new ArrayList<>();
        Revision next = expected;
        for (int index = 0; index < size; index++) {
            Audit audit = new Audit(
                    Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                    name,
                    "request-" + random.nextLong(),
                    "Action" + index);
            commits.add(new Commit(next, writes(name, random), audit));
            next = next.next();
        }
        return new Batch(commits);
    }

    private static Writes writes(String name, Random random) {
        SortedMap<Key, String> puts = new TreeMap<>();
        SortedSet<Key> deletes = new TreeSet<>();
        for (int count = random.nextInt(WRITES_PER_COMMIT_MAX + 1); count > 0; count--) {
            Key key = new Key("key/" + random.nextInt(KEY_COUNT));
            if (random.nextInt(4) > 0) {
                puts.put(key, name + " " + random.nextLong());
            } else {
                deletes.add(key);
            }
        }
        deletes.removeAll(puts.keySet());
        return new Writes(puts, deletes);
    }

    /// Watches to a revision and records what was delivered.
    private Revision watch(Revision after, Revision last) throws InterruptedException {
        List<CommittedChange> changes = new ArrayList<>();
        Instant deadline = Instant.now().plus(DEADLINE);
        try (Watch watch = store.watch(after)) {
            Revision seen = after;
            while (seen.compareTo(last) < 0 && Instant.now().isBefore(deadline)) {
                switch (watch.poll(POLL)) {
                    case CommittedChange change -> {
                        changes.add(change);
                        seen = change.revision();
                    }
                    case OutOfHistory lost -> throw new AssertionError("watch after " + after + " met " + lost);
                    case Watch.Quiet _ -> Thread.onSpinWait();
                    case Watch.Ended _ -> throw new AssertionError("watch after " + after + " ended");
                }
            }
        }
        watched.add(new Watched(after, changes, last));
        return last;
    }

    /// Watches a few changes at a time, each time with a new watch.
    private Revision watchInPieces(Revision end, Random random) throws InterruptedException {
        Revision after = start;
        while (after.compareTo(end) < 0) {
            long last = Math.min(end.number(), after.number() + 1 + random.nextInt(30));
            after = watch(after, new Revision(last));
        }
        return after;
    }

    /// Reads at the head, and at revisions between the start and the head.
    private Revision read(Random random) {
        for (int count = 0; count < READ_COUNT; count++) {
            Contents newest = store.readHead();
            reads.add(newest);
            long span = newest.revision().number() - start.number();
            Revision at = new Revision(start.number() + random.nextLong(span + 1));
            switch (store.read(at)) {
                case Contents older -> reads.add(older);
                case OutOfHistory lost -> throw new AssertionError("reading at " + at + " met " + lost);
            }
        }
        return start;
    }
}
