package dev.cordon.model.policy;

import dev.cordon.model.net.PortRange;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// A named list of port ranges.
///
/// @param entryCountMax what a rule that names the list weighs, filled or not
/// @param notes of those entries that are described; of people, for people
public record PortList(
        PortListId id, int entryCountMax, List<PortRange> entries, Map<PortRange, String> notes, Details details)
        implements Described {

    public PortList {
        entries = List.copyOf(entries);
        notes = Map.copyOf(notes);
        if (!new HashSet<>(entries).containsAll(notes.keySet())) {
            throw new IllegalArgumentException("a note of a range that list `" + id + "` has not");
        }
    }

    /// A list whose entries are not described.
    public PortList(PortListId id, int entryCountMax, List<PortRange> entries, Details details) {
        this(id, entryCountMax, entries, Map.of(), details);
    }

    /// Returns this list with other entries.
    public PortList with(List<PortRange> changed, Map<PortRange, String> changedNotes) {
        return new PortList(id, entryCountMax, changed, changedNotes, details);
    }

    @Override
    public PortList with(Details changed) {
        return new PortList(id, entryCountMax, entries, notes, changed);
    }
}
