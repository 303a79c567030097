package dev.cordon.nft.ruleset;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The whole of our tables. Everything is sorted by name, so the same view gives the same bytes.
///
/// @param chains base chains among them, which never change
public record Ruleset(SortedMap<String, Lookup> lookups, SortedMap<String, Chain> chains) {

    public Ruleset {
        lookups = Collections.unmodifiableSortedMap(new TreeMap<>(lookups));
        chains = Collections.unmodifiableSortedMap(new TreeMap<>(chains));
    }

    public static Ruleset of(Collection<Lookup> lookups, Collection<Chain> chains) {
        SortedMap<String, Lookup> lookupsByName = new TreeMap<>();
        lookups.forEach(lookup -> lookupsByName.put(lookup.name(), lookup));
        SortedMap<String, Chain> chainsByName = new TreeMap<>();
        chains.forEach(chain -> chainsByName.put(chain.name(), chain));
        return new Ruleset(lookupsByName, chainsByName);
    }

    /// Returns the tables that this has something in.
    public Set<Table> tables() {
        return Table.of(Stream.concat(chains.keySet().stream(), lookups.keySet().stream()));
    }

    /// Returns the chains that the kernel itself asks.
    public List<Chain> bases() {
        return chains.values().stream()
                .filter(chain -> chain.hook().isPresent())
                .toList();
    }

    /// Returns this ruleset with what only another one has.
    public Ruleset and(Ruleset other) {
        SortedMap<String, Lookup> allLookups = new TreeMap<>(other.lookups);
        allLookups.putAll(lookups);
        SortedMap<String, Chain> allChains = new TreeMap<>(other.chains);
        allChains.putAll(chains);
        return new Ruleset(allLookups, allChains);
    }

    /// Returns this ruleset with other elements in some of its lookups. Those that it has not are
    /// passed over.
    public Ruleset changed(Collection<Lookup> others) {
        SortedMap<String, Lookup> changed = new TreeMap<>(lookups);
        others.forEach(other -> changed.computeIfPresent(other.name(), (name, is) -> other));
        return new Ruleset(changed, chains);
    }

    /// @throws IllegalStateException if there is none: what names it was lowered wrongly
    public Lookup lookup(String name) {
        return Optional.ofNullable(lookups.get(name))
                .orElseThrow(() -> new IllegalStateException("no lookup `" + name + "`"));
    }

    /// @throws IllegalStateException if there is none: what names it was lowered wrongly
    public Chain chain(String name) {
        return Optional.ofNullable(chains.get(name))
                .orElseThrow(() -> new IllegalStateException("no chain `" + name + "`"));
    }
}
