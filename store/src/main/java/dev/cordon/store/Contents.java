package dev.cordon.store;

import dev.cordon.model.state.Revision;
import java.util.SortedMap;

/// Everything that the store holds at one revision, sorted by key.
public record Contents(Revision revision, SortedMap<Key, String> entries) implements Reading {

    public Contents {
        entries = SortedCopy.of(entries);
    }
}
