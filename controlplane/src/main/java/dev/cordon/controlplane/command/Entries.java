package dev.cordon.controlplane.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The entries of a list with their notes.
///
/// @param notes of those entries that have one
record Entries<T>(List<T> all, Map<T, String> notes) {

    Entries {
        all = List.copyOf(all);
        notes = Map.copyOf(notes);
    }

    /// Returns these entries after a change; new ones stand behind those that were there.
    Entries<T> after(EntriesEdit<T> edit) {
        Map<T, String> changed = new LinkedHashMap<>();
        all.forEach(entry -> changed.put(entry, notes.getOrDefault(entry, "")));
        edit.removed().forEach(changed::remove);
        changed.putAll(edit.added());
        Map<T, String> noted = new LinkedHashMap<>(changed);
        noted.values().removeIf(String::isEmpty);
        return new Entries<>(List.copyOf(changed.keySet()), noted);
    }
}
