package dev.cordon.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Unmodifiable copies in the natural order of keys, whatever order the original was sorted by.
final class SortedCopy {

    private SortedCopy() {}

    static SortedMap<Key, String> of(SortedMap<Key, String> original) {
        TreeMap<Key, String> copy = new TreeMap<>();
        copy.putAll(original);
        return Collections.unmodifiableSortedMap(copy);
    }

    static SortedSet<Key> of(SortedSet<Key> original) {
        TreeSet<Key> copy = new TreeSet<>();
        copy.addAll(original);
        return Collections.unmodifiableSortedSet(copy);
    }
}
