package dev.cordon.nft.text;

import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Ruleset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
public record Listing(SortedMap<String, List<String>> chains, SortedMap<String, Collected> collections) {

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
    }

    /// Returns what the kernel will print once it holds a ruleset.
    public static Listing of(Ruleset ruleset) {
        SortedMap<String, Collected> collections = new TreeMap<>();
        ruleset.lookups().forEach((name, lookup) -> collections.put(name, collected(lookup)));
        SortedMap<String, List<String>> chains = new TreeMap<>();
        ruleset.chains().forEach((name, chain) -> chains.put(name, LineText.lines(chain)));
        return new Listing(chains, collections);
    }

    /// Returns the chains that the kernel itself asks: ours, and what others have put there.
    public SortedMap<String, List<String>> baseChains() {
        SortedMap<String, List<String>> bases = new TreeMap<>(chains);
        bases.values().removeIf(lines -> lines.isEmpty() || !lines.getFirst().startsWith("type "));
        return bases;
    }

    /// Returns the names of chains, sets and maps that are not the same in another one.
    public SortedSet<String> differences(Listing other) {
        SortedSet<String> names = new TreeSet<>();
        Stream.of(chains, other.chains).forEach(some -> names.addAll(some.keySet()));
        names.removeIf(name -> Objects.equals(chains.get(name), other.chains.get(name)));
        Stream.of(collections, other.collections)
                .flatMap(some -> some.keySet().stream())
                .filter(name -> !Objects.equals(collections.get(name), other.collections.get(name)))
                .forEach(names::add);
        return names;
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
