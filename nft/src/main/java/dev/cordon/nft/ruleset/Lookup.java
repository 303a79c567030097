package dev.cordon.nft.ruleset;

import dev.cordon.model.policy.Direction;
import dev.cordon.model.state.SortedTable;
import dev.cordon.model.verdict.Verdict;

/// A set or a map of the kernel, found by name.
///
/// @param elements shared with the lookup of the ruleset before, as far as they are the same
public record Lookup(String name, Type type, SortedTable<Key, Element> elements) {

    /// What the keys are, and what they lead to.
    public enum Type {
        LINKS,
        CHAIN_OF_LINK,
        IDENTITY_OF_IPV4,
        IDENTITY_OF_IPV4_BLOCK,
        IDENTITY_OF_IPV6,
        IDENTITY_OF_IPV6_BLOCK,
        CLASS_OF_IDENTITY,
        VERDICT_OF_PORT,
        VERDICT_OF_PROTOCOL,
        IPV4_BLOCKS,
        IPV6_BLOCKS,
        /// Filled by the kernel as packets come: whose log is held back. Its elements are nobody's
        /// policy and are not compared.
        PACE_OF_LINK,
        /// Filled by the kernel too: how many sessions there are in each part of a link's.
        SESSIONS_OF_LINK
    }

    public static SortedTable<Key, Element> noElements() {
        return SortedTable.empty();
    }

    /// A key with what it leads to.
    public record Element(Key key, Value value) {

        /// Returns a table with this element in it.
        public SortedTable<Key, Element> in(SortedTable<Key, Element> table) {
            return table.with(key, this);
        }
    }

    /// What an element says.
    public sealed interface Value {

        record Present() implements Value {}

        record Number(long number) implements Value {}

        /// Ask a chain, and come back.
        record Asks(String chain) implements Value {}

        /// Go on in a chain for what a map cannot look at.
        record Goes(String chain) implements Value {}

        record Says(Direction direction, Verdict verdict) implements Value {}
    }
}
