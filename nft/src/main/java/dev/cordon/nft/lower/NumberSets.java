package dev.cordon.nft.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/// Sets of numbers, each kept once and known by a number of its own; the empty one is 0. A set
/// keeps its number for ever.
final class NumberSets {

    static final int EMPTY = 0;

    private final List<List<Integer>> sets = new ArrayList<>();
    private final Map<List<Integer>, Integer> known = new HashMap<>();
    private final Map<Long, Integer> joined = new HashMap<>();

    NumberSets() {
        intern(List.of());
    }

    /// Returns how many sets there have been.
    int count() {
        return sets.size();
    }

    /// Returns the numbers of a set, in ascending order.
    List<Integer> numbers(int set) {
        return sets.get(set);
    }

    int with(int set, int number) {
        return union(set, intern(List.of(number)));
    }

    int without(int set, int number) {
        return select(set, member -> member != number);
    }

    int union(int one, int other) {
        if (one == EMPTY || one == other) {
            return other;
        }
        if (other == EMPTY) {
            return one;
        }
        return joined.computeIfAbsent((long) one << Integer.SIZE | other, key -> {
            TreeSet<Integer> both = new TreeSet<>(sets.get(one));
            both.addAll(sets.get(other));
            return intern(List.copyOf(both));
        });
    }

    private int select(int set, IntPredicate wanted) {
        return intern(sets.get(set).stream().filter(wanted::test).toList());
    }

    private int intern(List<Integer> numbers) {
        return known.computeIfAbsent(numbers, fresh -> {
            sets.add(fresh);
            return sets.size() - 1;
        });
    }
}
