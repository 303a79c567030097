package dev.cordon.nft.ruleset;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is done with a packet by the name of its link; a link that is not here is not ours.
public record DispatchMap(Dispatch dispatch, SortedMap<String, Target> byLink) {

    public DispatchMap {
        byLink = Collections.unmodifiableSortedMap(new TreeMap<>(byLink));
    }

    /// Where a packet goes.
    public sealed interface Target {

        /// To a chain, and back if the chain has nothing against it.
        record Judge(String chain) implements Target {}

        /// Nowhere: the link carries an ENI without policy.
        record Closed() implements Target {}
    }
}
