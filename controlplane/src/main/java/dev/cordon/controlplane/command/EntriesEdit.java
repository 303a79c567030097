package dev.cordon.controlplane.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What changes of the entries of a list.
///
/// An entry that is added although it is there gets the new note; one that is removed although it
/// is not there is no mistake.
///
/// @param added note by entry, in the order in which they are to be listed; an empty note is none
/// @param removed never one of those added
/// @spec https://alibabacloud.com/help/en/ecs/api-modifyprefixlist AddEntry, RemoveEntry
public record EntriesEdit<T>(Map<T, String> added, List<T> removed) {

    public EntriesEdit {
        added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
        removed = List.copyOf(removed);
    }
}
