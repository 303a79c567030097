package dev.cordon.nft.text;

import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Table;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Our tables as `nft list table` prints them, taken apart: the form in which what is and what
/// should be are compared.
///
/// @param chains by names as in [Table]: the lines of each, the header of a base chain among them
/// @param collections sets and maps
/// @param timeouts what conntrack is to do with sessions, as far as lines name it: without a line
///     it is given to no new one
public record Listing(
        SortedMap<String, List<String>> chains,
        SortedMap<String, Collected> collections,
        SortedMap<String, List<String>> timeouts) {

    /// A set or a map.
    ///
    /// @param kind `set` or `map`
    /// @param header what it is, such as `type ipv4_addr`
    /// @param elements what follows each key, such as ` : drop`; none of those that the kernel adds
    public record Collected(String kind, List<String> header, SortedMap<String, String> elements) {
        public Collected {
            header = List.copyOf(header);
            elements = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
        }
    }

    public Listing {
        chains = Collections.unmodifiableSortedMap(new TreeMap<>(chains));
        collections = Collections.unmodifiableSortedMap(new TreeMap<>(collections));
        timeouts = Collections.unmodifiableSortedMap(new TreeMap<>(timeouts));
    }

    /// Returns what the kernel will print once it holds a ruleset.
    public static Listing of(Ruleset ruleset) {
        SortedMap<String, Collected> collections = new TreeMap<>();
        ruleset.lookups().forEach((name, lookup) -> collections.put(name, collected(lookup)));
        SortedMap<String, List<String>> chains = new TreeMap<>();
        ruleset.chains().forEach((name, chain) -> chains.put(name, LineText.lines(chain)));
        SortedMap<String, List<String>> timeouts = new TreeMap<>();
        ruleset.chains().values().stream()
                .flatMap(Chain::timeouts)
                .forEach(timeout -> timeouts.put(TimeoutText.name(timeout), TimeoutText.lines(timeout)));
        return new Listing(chains, collections, timeouts);
    }

    /// Returns the chains that the kernel itself asks: ours, and what others have put there.
    public SortedMap<String, List<String>> baseChains() {
        SortedMap<String, List<String>> bases = new TreeMap<>(chains);
        bases.values().removeIf(lines -> lines.isEmpty() || !lines.getFirst().startsWith("type "));
        return bases;
    }

    /// Returns the tables that something is in.
    public Set<Table> tables() {
        return Table.of(Stream.concat(chains.keySet().stream(), collections.keySet().stream()));
    }

    /// Returns what is in one of our tables.
    public Listing of(Table table) {
        SortedMap<String, List<String>> itsChains = new TreeMap<>(chains);
        SortedMap<String, Collected> itsCollections = new TreeMap<>(collections);
        itsChains.keySet().removeIf(name -> Table.of(name) != table);
        itsCollections.keySet().removeIf(name -> Table.of(name) != table);
        return new Listing(itsChains, itsCollections, table == Table.INET ? timeouts : new TreeMap<>());
    }

    /// Returns the names of chains, sets, maps and timeouts that are not the same in another one.
    public SortedSet<String> differences(Listing other) {
        SortedSet<String> names = new TreeSet<>();
        names.addAll(differences(chains, other.chains));
        names.addAll(differences(collections, other.collections));
        names.addAll(differences(timeouts, other.timeouts));
        return names;
    }

    private static <T> List<String> differences(SortedMap<String, T> some, SortedMap<String, T> others) {
        return Stream.of(some, others)
                .flatMap(either -> either.keySet().stream())
                .filter(name -> !Objects.equals(some.get(name), others.get(name)))
                .toList();
    }

    private static Collected collected(Lookup lookup) {
        return new Collected(LookupText.kind(lookup.type()), LookupText.header(lookup.type()), elements(lookup));
    }

    /// Returns what follows each key.
    public static SortedMap<String, String> elements(Lookup lookup) {
        SortedMap<String, String> elements = new TreeMap<>();
        lookup.elements()
                .values()
                .forEach(element ->
                        elements.put(LookupText.key(lookup.type(), element.key()), LookupText.value(element.value())));
        return elements;
    }
}
