package dev.cordon.store.contract;

import dev.cordon.model.state.Revision;
import dev.cordon.store.CommittedChange;
import dev.cordon.store.Contents;
import dev.cordon.store.Key;
import dev.cordon.store.contract.Recording.Acknowledged;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A commit is seen whole or not at all: a watch delivers all that was committed and nothing else,
/// and contents are the fold of whole commits.
public final class AtomicChecker implements Checker {

    @Override
    public Stream<String> violations(Recording recording) {
        SortedMap<Revision, CommittedChange> committed = committed(recording);
        Stream<String> tornChanges = recording.watched().stream()
                .flatMap(watched -> watched.changes().stream())
                .filter(change -> !change.equals(committed.get(change.revision())))
                .map(change -> "broke atomic: a watch delivered another " + change.revision());
        Map<Revision, SortedMap<Key, String>> folds = folds(committed);
        Stream<String> tornReads = recording.reads().stream()
                .filter(contents -> !contents.entries().equals(folds.get(contents.revision())))
                .map(Contents::revision)
                .map(revision -> "broke atomic: contents at " + revision + " are no fold of commits");
        return Stream.concat(tornChanges, tornReads);
    }

    /// What was acknowledged; where a crash took the answer away, what the first watch delivered.
    private static SortedMap<Revision, CommittedChange> committed(Recording recording) {
        SortedMap<Revision, CommittedChange> committed = new TreeMap<>();
        for (Acknowledged answer : recording.acknowledged()) {
            committed.putIfAbsent(answer.revision(), answer.commit().committed());
        }
        recording.watched().stream()
                .flatMap(watched -> watched.changes().stream())
                .forEach(change -> committed.putIfAbsent(change.revision(), change));
        return committed;
    }

    private static Map<Revision, SortedMap<Key, String>> folds(SortedMap<Revision, CommittedChange> committed) {
        Map<Revision, SortedMap<Key, String>> folds = new HashMap<>();
        SortedMap<Key, String> entries = new TreeMap<>();
        folds.put(Revision.NONE, new TreeMap<>());
        committed.forEach((revision, change) -> {
            change.writes().applyTo(entries);
            folds.put(revision, new TreeMap<>(entries));
        });
        return folds;
    }
}
