package dev.cordon.nft.lower;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.ruleset.NumberRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one scope makes of the identities of a family: those that its clauses treat alike become
/// one class.
///
/// A class keeps its number as long as there is an identity of it, and no number is used twice, so
/// that a packet that is on its way while things change never takes one class for another. Classes
/// are numbered downwards from the identities of their family, so that what holds for all addresses
/// is one range, with those in no set of the scope behind all others.
final class ScopeClasses {

    /// Classes that a scope may have had before they are numbered anew.
    static final int CLASSES_MAX = 0x00ff_ffff;

    private final AddressFamily family;
    private final Map<List<Integer>, Long> numbers = new HashMap<>();
    private final Map<Integer, List<Integer>> classOf = new HashMap<>();
    private SortedTable<Key, Element> elements = Lookup.noElements();
    private long next;

    ScopeClasses(AddressFamily family) {
        this.family = family;
        this.next = Identities.nobody(family) - 1;
    }

    /// Returns the class of each identity that is in some set of the scope.
    SortedTable<Key, Element> elements() {
        return elements;
    }

    /// Brings the classes up to date.
    ///
    /// @param asked the slots of the scope's sets
    void follow(Identities identities, BitSet asked) {
        Map<Integer, List<Integer>> now = new HashMap<>();
        for (int membership : identities.memberships(family)) {
            List<Integer> slots =
                    identities.slots(membership).stream().filter(asked::get).toList();
            if (!slots.isEmpty()) {
                now.put(membership, slots);
            }
        }
        number(new HashSet<>(now.values()));
        Set.copyOf(classOf.keySet()).stream()
                .filter(gone -> !now.containsKey(gone))
                .forEach(this::remove);
        now.forEach(this::put);
    }

    /// New classes are numbered in their order, so that a view that is lowered from nothing is
    /// lowered the same each time.
    private void number(Set<List<Integer>> classes) {
        numbers.keySet().retainAll(classes);
        classes.stream()
                .filter(slots -> !numbers.containsKey(slots))
                .sorted(BY_SLOTS.reversed())
                .forEach(slots -> numbers.put(slots, next--));
    }

    /// Tells whether numbers come to an end.
    boolean isWorn() {
        return next < Identities.nobody(family) - CLASSES_MAX;
    }

    private void remove(int membership) {
        classOf.remove(membership);
        elements = elements.without(key(membership));
    }

    private void put(int membership, List<Integer> slots) {
        if (!slots.equals(classOf.put(membership, slots))) {
            long number = numbers.getOrDefault(slots, 0L);
            elements = new Element(key(membership), new Value.Number(number)).in(elements);
        }
    }

    private Key key(int membership) {
        return new Key.Numbers(NumberRange.of(Identities.number(family, membership)));
    }

    /// Returns all classes in the order of their numbers, and those in no set.
    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        numbers.forEach((slots, number) -> columns.add(new Column(family, NumberRange.of(number), Set.copyOf(slots))));
        columns.sort(Comparator.comparing(Column::numbers));
        columns.add(new Column(family, Identities.all(family), Set.of()));
        return columns;
    }

    private static final Comparator<List<Integer>> BY_SLOTS = (one, other) -> {
        for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
            int order = Integer.compare(one.get(at), other.get(at));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    };
}
