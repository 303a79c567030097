package dev.cordon.store.contract;

import dev.cordon.model.state.Revision;
import dev.cordon.store.Audit;
import dev.cordon.store.Batch;
import dev.cordon.store.Commit;
import dev.cordon.store.Key;
import dev.cordon.store.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Short ways to say commits; no two of them share a value.
public final class Fixtures {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05.000000006Z");

    private Fixtures() {}

    public static SortedMap<Key, String> entries(Map<String, String> texts) {
        SortedMap<Key, String> entries = new TreeMap<>();
        texts.forEach((key, value) -> entries.put(new Key(key), value));
        return entries;
    }

    public static Writes put(String key, String value) {
        return new Writes(entries(Map.of(key, value)), new TreeSet<>());
    }

    public static Writes delete(String... keys) {
        return new Writes(
                new TreeMap<>(), new TreeSet<>(Arrays.stream(keys).map(Key::new).toList()));
    }

    /// An audit line that tells which head the commit expected.
    public static Audit audit(Revision expectedHead) {
        long number = expectedHead.number();
        return new Audit(START.plusSeconds(number), "who-" + number, "request-" + number, "Action" + number);
    }

    public static Commit commit(long expectedHead, Writes writes) {
        Revision expected = new Revision(expectedHead);
        return new Commit(expected, writes, audit(expected));
    }

    /// Commits that follow one another, the first after a head.
    public static Batch batch(long expectedHead, Writes... writes) {
        List<Commit> commits = new ArrayList<>();
        for (Writes one : writes) {
            commits.add(commit(expectedHead + commits.size(), one));
        }
        return new Batch(commits);
    }
}
