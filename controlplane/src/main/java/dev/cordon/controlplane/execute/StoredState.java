package dev.cordon.controlplane.execute;

import dev.cordon.controlplane.publish.Snapshot;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Id;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Revision;
import dev.cordon.store.Audit;
import dev.cordon.store.Batch;
import dev.cordon.store.Commit;
import dev.cordon.store.CommittedChange;
import dev.cordon.store.Contents;
import dev.cordon.store.History;
import dev.cordon.store.Key;
import dev.cordon.store.OutOfHistory;
import dev.cordon.store.Outcome;
import dev.cordon.store.Store;
import dev.cordon.store.Writes;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.state.EntityForm;
import dev.cordon.wire.state.StateForm;
import dev.cordon.wire.state.StoreKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A policy state in a store: each object a key with a value.
record StoredState(Store store, Records records) {

    /// Returns what the store holds now.
    ///
    /// @throws UnreadableStateException if an object cannot be read, or refers to one that is not
    ///     there: a rule about nobody would be closed or open by chance
    Snapshot load() {
        Contents contents = store.readHead();
        records.clear();
        contents.entries().forEach((key, value) -> {
            if (Records.isRecord(key)) {
                records.put(key, value, contents.revision());
            }
        });
        records.complete();
        Snapshot loaded = Snapshot.EMPTY.after(contents.revision(), objects(contents));
        StateForm.danglingReference(loaded.state()).ifPresent(problem -> {
            throw new UnreadableStateException(contents.revision(), problem);
        });
        return loaded;
    }

    /// Reads the objects by all processors: that is most of what starting takes.
    private static List<Change> objects(Contents contents) {
        return contents.entries().entrySet().parallelStream()
                .filter(entry -> !Records.isRecord(entry.getKey()))
                .<Change>map(entry -> new Change.Put(read(entry.getKey(), entry.getValue(), contents.revision())))
                .toList();
    }

    /// A commit, and which of its writes are to the records.
    record Draft(Commit commit, Writes beside) {}

    /// @param beside what is written to the records in the same commit
    static Draft draft(Revision expectedHead, Collection<Change> changes, Writes beside, Origin origin) {
        Audit audit = new Audit(origin.at(), origin.caller().text(), origin.requestId(), origin.action());
        return new Draft(new Commit(expectedHead, together(writes(changes), beside), audit), beside);
    }

    /// Makes commits durable that follow one another: all of them or none.
    Outcome commit(List<Draft> drafts) {
        Outcome outcome =
                store.commit(new Batch(drafts.stream().map(Draft::commit).toList()));
        if (outcome instanceof Outcome.Committed) {
            drafts.forEach(draft -> records.apply(draft.beside(), draft.commit().revision()));
        }
        return outcome;
    }

    List<LogLine> log(Revision after, int countMax) {
        return switch (store.history(after, countMax)) {
            case History.Changes(var changes) ->
                changes.stream().map(StoredState::line).toList();
            case OutOfHistory.Compacted(Revision oldest) -> log(oldest, countMax);
            case OutOfHistory.Ahead ahead -> List.of();
        };
    }

    private static LogLine line(CommittedChange change) {
        Audit audit = change.audit();
        return new LogLine(change.revision(), audit.at(), audit.who(), audit.requestId(), audit.action());
    }

    private static Writes together(Writes one, Writes other) {
        SortedMap<Key, String> puts = new TreeMap<>(one.puts());
        puts.putAll(other.puts());
        SortedSet<Key> deletes = new TreeSet<>(one.deletes());
        deletes.addAll(other.deletes());
        return new Writes(puts, deletes);
    }

    /// Returns the newest state, reached from an older one by the changes since.
    ///
    /// @throws UnreadableStateException if an object cannot be read
    Snapshot catchUp(Snapshot from) {
        Snapshot reached = from;
        while (true) {
            switch (store.history(reached.revision(), History.COUNT_MAX)) {
                case History.Changes(var changes)
                when changes.isEmpty() -> {
                    return reached;
                }
                case History.Changes(var changes) -> reached = after(reached, changes);
                case OutOfHistory lost -> {
                    return load();
                }
            }
        }
    }

    private Snapshot after(Snapshot from, List<CommittedChange> committed) {
        Snapshot reached = from;
        for (CommittedChange change : committed) {
            reached = reached.after(change.revision(), changes(change));
            records.apply(change.writes(), change.revision());
        }
        return reached;
    }

    private static List<Change> changes(CommittedChange committed) {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<Key, String> put : committed.writes().puts().entrySet()) {
            if (!Records.isRecord(put.getKey())) {
                changes.add(new Change.Put(read(put.getKey(), put.getValue(), committed.revision())));
            }
        }
        for (Key key : committed.writes().deletes()) {
            if (!Records.isRecord(key)) {
                changes.add(new Change.Delete(id(key, committed.revision())));
            }
        }
        return changes;
    }

    private static Writes writes(Collection<Change> changes) {
        SortedMap<Key, String> puts = new TreeMap<>();
        SortedSet<Key> deletes = new TreeSet<>();
        for (Change change : changes) {
            switch (change) {
                case Change.Put(Entity entity) -> {
                    puts.put(key(entity.id()), text(entity));
                    deletes.remove(key(entity.id()));
                }
                case Change.Delete(Id id) -> {
                    puts.remove(key(id));
                    deletes.add(key(id));
                }
            }
        }
        return new Writes(puts, deletes);
    }

    /// An object that could not be read again would keep the control plane from starting: better to
    /// stop before it is stored than after.
    private static String text(Entity entity) {
        String text = EntityForm.print(entity);
        if (!EntityForm.parse(text).equals(new Parsed.Ok<>(entity))) {
            throw new IllegalStateException("what is stored of `" + entity.id() + "` is not read back the same");
        }
        return text;
    }

    private static Key key(Id id) {
        return new Key(StoreKey.of(id));
    }

    private static Id id(Key key, Revision revision) {
        return Records.legible(StoreKey.parse(key.text()), key, revision);
    }

    private static Entity read(Key key, String value, Revision revision) {
        Id id = id(key, revision);
        Entity entity = Records.legible(EntityForm.parse(value), key, revision);
        if (!entity.id().equals(id)) {
            throw new UnreadableStateException(key, revision, "value is of `" + entity.id() + "`");
        }
        return entity;
    }
}
