package dev.cordon.store.memory;

import dev.cordon.model.state.Revision;
import dev.cordon.store.Batch;
import dev.cordon.store.Commit;
import dev.cordon.store.CommittedChange;
import dev.cordon.store.Contents;
import dev.cordon.store.History;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.Key;
import dev.cordon.store.OutOfHistory;
import dev.cordon.store.Outcome;
import dev.cordon.store.Reading;
import dev.cordon.store.Store;
import dev.cordon.store.Watch;
import dev.cordon.store.backend.HeadSignal;
import dev.cordon.store.backend.HistoryPage;
import dev.cordon.store.backend.KeptHistory;
import dev.cordon.store.backend.PagedWatch;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A store that lasts as long as the object.
///
/// Implementation note: the contents at the oldest revision, and the changes since. Contents at any
/// revision are the fold of the one over the other, so this backend is the model of the others.
public final class MemoryStore implements Store {

    private final HistoryLimit limit;
    private final HeadSignal signal = new HeadSignal(Revision.NONE);
    private final SortedMap<Key, String> oldestEntries = new TreeMap<>();
    private final TreeMap<Revision, CommittedChange> changes = new TreeMap<>();
    private KeptHistory kept = new KeptHistory(Revision.NONE, Revision.NONE);

    public MemoryStore(HistoryLimit limit) {
        this.limit = limit;
    }

    @Override
    public synchronized Revision head() {
        requireOpen();
        return kept.head();
    }

    @Override
    public synchronized Outcome commit(Batch batch) {
        requireOpen();
        if (!batch.expectedHead().equals(kept.head())) {
            return new Outcome.Conflict(kept.head());
        }
        for (Commit commit : batch.commits()) {
            compact();
            changes.put(commit.revision(), commit.committed());
            kept = new KeptHistory(kept.oldest(), commit.revision());
        }
        signal.moveTo(kept.head());
        return new Outcome.Committed(kept.head());
    }

    private void compact() {
        for (long surplus = kept.surplus(limit); surplus > 0; surplus--) {
            CommittedChange oldest = changes.pollFirstEntry().getValue();
            oldest.writes().applyTo(oldestEntries);
            kept = new KeptHistory(oldest.revision(), kept.head());
        }
    }

    @Override
    public synchronized Contents readHead() {
        requireOpen();
        return contents(kept.head());
    }

    @Override
    public synchronized Reading read(Revision at) {
        requireOpen();
        Optional<OutOfHistory> outside = kept.outside(at);
        return outside.isPresent() ? outside.get() : contents(at);
    }

    private Contents contents(Revision at) {
        SortedMap<Key, String> entries = new TreeMap<>(oldestEntries);
        for (CommittedChange change : changes.headMap(at, true).values()) {
            change.writes().applyTo(entries);
        }
        return new Contents(at, entries);
    }

    @Override
    public Watch watch(Revision after) {
        requireOpen();
        return new PagedWatch(signal, after, seen -> historyIfOpen(seen, PagedWatch.PAGE_COUNT_MAX));
    }

    @Override
    public History history(Revision after, int countMax) {
        return historyIfOpen(after, countMax).orElseThrow(MemoryStore::closed);
    }

    private synchronized Optional<History> historyIfOpen(Revision after, int countMax) {
        if (signal.isClosed()) {
            return Optional.empty();
        }
        Optional<OutOfHistory> outside = kept.outside(after);
        return Optional.of(outside.isPresent() ? outside.get() : page(after, countMax));
    }

    private History.Changes page(Revision after, int countMax) {
        HistoryPage page = new HistoryPage(countMax);
        for (CommittedChange change : changes.tailMap(after, false).values()) {
            if (!page.hasRoom()) {
                break;
            }
            page.add(change);
        }
        return page.answer();
    }

    @Override
    public synchronized void close() {
        signal.close();
    }

    private void requireOpen() {
        if (signal.isClosed()) {
            throw closed();
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the store is closed");
    }
}
