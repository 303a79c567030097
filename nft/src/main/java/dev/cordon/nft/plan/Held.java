package dev.cordon.nft.plan;

import dev.cordon.model.state.Replaced;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.text.LineText;
import dev.cordon.nft.text.Listing;
import dev.cordon.nft.text.Listing.Collected;
import dev.cordon.nft.text.LookupText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a kernel holds, compared with what it should hold part by part.
sealed interface Held {

    /// What to do with the elements of a set or map.
    ///
    /// @param gone the keys of elements that go, or that change
    /// @param added the whole text of elements that come, or that have changed
    record Difference(List<String> gone, List<String> added) {}

    Set<String> chains();

    /// Tells whether a chain is there with the same lines.
    boolean holds(Chain chain);

    /// Returns the names of sets and maps.
    Set<String> collections();

    /// Returns `set` or `map`, for a name that is there.
    String kind(String name);

    Difference difference(Lookup wanted);

    /// Nothing at all.
    static Held nothing() {
        return new Known(new Ruleset(new TreeMap<>(), new TreeMap<>()));
    }

    /// What we have put there ourselves: costs what differs.
    record Known(Ruleset ruleset) implements Held {

        @Override
        public Set<String> chains() {
            return ruleset.chains().keySet();
        }

        @Override
        public boolean holds(Chain chain) {
            return chain.equals(ruleset.chains().get(chain.name()));
        }

        @Override
        public Set<String> collections() {
            return ruleset.lookups().keySet();
        }

        @Override
        public String kind(String name) {
            return LookupText.kind(ruleset.lookup(name).type());
        }

        @Override
        public Difference difference(Lookup wanted) {
            List<String> gone = new ArrayList<>();
            List<String> added = new ArrayList<>();
            var is = Optional.ofNullable(ruleset.lookups().get(wanted.name()))
                    .map(Lookup::elements)
                    .orElseGet(Lookup::noElements);
            for (Replaced<Element> replaced : is.differences(wanted.elements())) {
                replaced.before().ifPresent(element -> gone.add(key(wanted, element)));
                replaced.after().ifPresent(element -> added.add(text(wanted, element)));
            }
            return new Difference(gone, added);
        }

        private static String text(Lookup lookup, Element element) {
            return key(lookup, element) + LookupText.value(element.value());
        }

        private static String key(Lookup lookup, Element element) {
            return LookupText.spoken(LookupText.key(lookup.type(), element.key()));
        }
    }

    /// What was read.
    record Read(Listing listing) implements Held {

        @Override
        public Set<String> chains() {
            return listing.chains().keySet();
        }

        @Override
        public boolean holds(Chain chain) {
            return LineText.lines(chain).equals(listing.chains().get(chain.name()));
        }

        @Override
        public Set<String> collections() {
            return listing.collections().keySet();
        }

        @Override
        public String kind(String name) {
            return collected(name).map(Collected::kind).orElseThrow();
        }

        private Optional<Collected> collected(String name) {
            return Optional.ofNullable(listing.collections().get(name));
        }

        @Override
        public Difference difference(Lookup wanted) {
            SortedMap<String, String> is =
                    collected(wanted.name()).map(Collected::elements).orElseGet(TreeMap::new);
            SortedMap<String, String> should = Listing.elements(wanted);
            List<String> gone = is.entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(should.get(entry.getKey())))
                    .map(entry -> LookupText.spoken(entry.getKey()))
                    .toList();
            List<String> added = should.entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(is.get(entry.getKey())))
                    .map(entry -> LookupText.spoken(entry.getKey()) + entry.getValue())
                    .toList();
            return new Difference(gone, added);
        }
    }
}
