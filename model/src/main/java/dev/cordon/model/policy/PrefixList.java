package dev.cordon.model.policy;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// A named list of blocks of one family.
///
/// @param entryCountMax what a rule that names the list weighs, filled or not
/// @param notes of those entries that are described; of people, for people
public record PrefixList(
        PrefixListId id,
        AddressFamily family,
        int entryCountMax,
        List<CidrBlock> entries,
        Map<CidrBlock, String> notes,
        Details details)
        implements Described {

    public PrefixList {
        entries = List.copyOf(entries);
        notes = Map.copyOf(notes);
        for (CidrBlock entry : entries) {
            if (entry.family() != family) {
                throw new IllegalArgumentException("block `" + entry + "` in a list of family `" + family + "`");
            }
        }
        if (!new HashSet<>(entries).containsAll(notes.keySet())) {
            throw new IllegalArgumentException("a note of a block that list `" + id + "` has not");
        }
    }

    /// A list whose entries are not described.
    public PrefixList(
            PrefixListId id, AddressFamily family, int entryCountMax, List<CidrBlock> entries, Details details) {
        this(id, family, entryCountMax, entries, Map.of(), details);
    }

    /// Returns this list with other entries.
    public PrefixList with(List<CidrBlock> changed, Map<CidrBlock, String> changedNotes) {
        return new PrefixList(id, family, entryCountMax, changed, changedNotes, details);
    }

    @Override
    public PrefixList with(Details changed) {
        return new PrefixList(id, family, entryCountMax, entries, notes, changed);
    }
}
