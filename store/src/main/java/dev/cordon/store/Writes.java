package dev.cordon.store;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What one commit does to the contents: keys given a value, and keys removed.
///
/// No key is in both. To delete a key that is not there is allowed and recorded as it was asked.
/// Values are well-formed Unicode text. Both collections are copied and sorted by key.
public record Writes(SortedMap<Key, String> puts, SortedSet<Key> deletes) {

    /// Most keys that one commit may touch.
    public static final int KEY_COUNT_MAX = 10_000;

    /// Longest value, in bytes of UTF-8; fits a request of etcd, whose default limit is 1.5 MiB.
    public static final int VALUE_BYTE_COUNT_MAX = 1 << 20;

    /// Most bytes of keys and values in one commit.
    public static final long BYTE_COUNT_MAX = 16L << 20;

    /// Nothing: a commit of these records only that something was done.
    public static final Writes NONE = new Writes(new TreeMap<>(), new TreeSet<>());

    public Writes {
        puts = SortedCopy.of(puts);
        deletes = SortedCopy.of(deletes);
        requireAtMost("keys in a commit", puts.size() + deletes.size(), KEY_COUNT_MAX);
        TreeSet<Key> inBoth = new TreeSet<>(deletes);
        inBoth.retainAll(puts.keySet());
        if (!inBoth.isEmpty()) {
            throw new IllegalArgumentException("keys are both put and deleted: `" + inBoth + "`");
        }
        for (Map.Entry<Key, String> put : puts.entrySet()) {
            requireAtMost(
                    "bytes in value of `" + put.getKey() + "`", Utf8.byteCount(put.getValue()), VALUE_BYTE_COUNT_MAX);
        }
        requireAtMost("bytes in a commit", byteCount(puts, deletes), BYTE_COUNT_MAX);
    }

    /// Returns the bytes of all keys and values.
    public long byteCount() {
        return byteCount(puts, deletes);
    }

    /// Carries the writes out on contents that the caller owns.
    public void applyTo(Map<Key, String> entries) {
        entries.putAll(puts);
        entries.keySet().removeAll(deletes);
    }

    private static long byteCount(SortedMap<Key, String> puts, SortedSet<Key> deletes) {
        long count = 0;
        for (Map.Entry<Key, String> put : puts.entrySet()) {
            count += put.getKey().text().length() + Utf8.byteCount(put.getValue());
        }
        for (Key key : deletes) {
            count += key.text().length();
        }
        return count;
    }

    private static void requireAtMost(String what, long count, long countMax) {
        if (count > countMax) {
            throw new IllegalArgumentException("too many " + what + ": `" + count + "`, limit " + countMax);
        }
    }
}
