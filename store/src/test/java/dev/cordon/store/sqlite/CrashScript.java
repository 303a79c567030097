package dev.cordon.store.sqlite;

import dev.cordon.model.state.Revision;
import dev.cordon.store.Batch;
import dev.cordon.store.Commit;
import dev.cordon.store.Contents;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.Key;
import dev.cordon.store.Writes;
import dev.cordon.store.contract.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The commits that a process makes until it is killed: each follows from the head alone, so that
/// whoever looks at the store afterwards knows what has to be in it.
final class CrashScript {

    /// Short, so that kills happen while the oldest changes are being forgotten as well.
    static final SqliteSettings SETTINGS = SqliteSettings.DEFAULT.with(new HistoryLimit(150));

    private static final int SLOT_COUNT = 20;
    private static final int BATCH_SIZE_MAX = 4;

    private CrashScript() {}

    static Batch batchAfter(Revision head) {
        List<Commit> commits = new ArrayList<>();
        long size = 1 + head.number() % BATCH_SIZE_MAX;
        for (long index = 0; index < size; index++) {
            commits.add(commitAfter(head.number() + index));
        }
        return new Batch(commits);
    }

    /// What the commits up to a head lead to. Whole batches: a head in the middle of one equals
    /// nothing.
    static Contents contentsAt(Revision head) {
        SortedMap<Key, String> entries = new TreeMap<>();
        Revision revision = Revision.NONE;
        while (revision.compareTo(head) < 0) {
            Batch batch = batchAfter(revision);
            batch.commits().forEach(commit -> commit.writes().applyTo(entries));
            revision = batch.revision();
        }
        return new Contents(revision, entries);
    }

    /// Two keys put and one deleted, some values longer than a page of the file.
    static Commit commitAfter(long head) {
        TreeMap<Key, String> puts = new TreeMap<>(Map.of(
                new Key("counter"), Long.toString(head),
                new Key("slot/" + head % SLOT_COUNT), ("value-" + head + " ").repeat(1 + (int) (head % 7) * 150)));
        TreeSet<Key> deletes = new TreeSet<>(List.of(new Key("slot/" + (head + SLOT_COUNT / 2) % SLOT_COUNT)));
        return Fixtures.commit(head, new Writes(puts, deletes));
    }
}
