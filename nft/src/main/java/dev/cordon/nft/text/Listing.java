package dev.cordon.nft.text;

import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Ruleset;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A table as `nft list table` prints it, taken apart: the form in which what is and what should be
/// are compared.
///
/// @param chains the lines of each chain, the header of a base chain among them
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

    /// The names of base chains; all others have a slash in them.
    public static boolean isBaseChain(String name) {
        return name.indexOf('/') < 0;
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
