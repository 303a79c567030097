package dev.cordon.nft.lower;

import dev.cordon.model.state.Replaced;
import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;

/// The elements of a map at each [Stage] of a change.
record StagedElements(
        SortedTable<Key, Element> prepared, SortedTable<Key, Element> switched, SortedTable<Key, Element> settled) {

    static final StagedElements NONE = all(Lookup.noElements());

    /// Nothing changes.
    static StagedElements all(SortedTable<Key, Element> elements) {
        return new StagedElements(elements, elements, elements);
    }

    /// From one table to another, whose keys are numbers that mean the same in both.
    static StagedElements between(SortedTable<Key, Element> before, SortedTable<Key, Element> after) {
        SortedTable<Key, Element> prepared = before;
        SortedTable<Key, Element> switched = after;
        for (Replaced<Element> replaced : before.differences(after)) {
            if (replaced.before().isEmpty()) {
                prepared = replaced.after().orElseThrow().in(prepared);
            } else if (replaced.after().isEmpty()) {
                switched = replaced.before().orElseThrow().in(switched);
            }
        }
        return new StagedElements(prepared, switched, after);
    }

    SortedTable<Key, Element> at(Stage stage) {
        return switch (stage) {
            case PREPARED -> prepared;
            case SWITCHED -> switched;
            case SETTLED -> settled;
        };
    }
}
