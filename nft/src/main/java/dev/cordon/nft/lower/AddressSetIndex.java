package dev.cordon.nft.lower;

import dev.cordon.engine.decide.AddressSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Numbers for address sets: the same number for sets of the same content.
///
/// Implementation note: the hash of a set costs all of its blocks, so a set is looked up as the
/// object that it is first, and by its size and first block then.
final class AddressSetIndex {

    private final Map<AddressSet, Integer> byObject = new IdentityHashMap<>();
    private final Map<Object, List<Integer>> byShape = new HashMap<>();
    private final List<AddressSet> sets = new ArrayList<>();

    private record Shape(int size, Object first) {}

    int add(AddressSet set) {
        return byObject.computeIfAbsent(set, fresh -> like(fresh).orElseGet(() -> append(fresh)));
    }

    private OptionalInt like(AddressSet set) {
        return byShape.getOrDefault(shape(set), List.of()).stream()
                .filter(number -> sets.get(number).equals(set))
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private int append(AddressSet set) {
        sets.add(set);
        int number = sets.size() - 1;
        byShape.computeIfAbsent(shape(set), shape -> new ArrayList<>()).add(number);
        return number;
    }

    private static Shape shape(AddressSet set) {
        return new Shape(set.size(), set.blocks().findFirst());
    }

    AddressSet get(int number) {
        return sets.get(number);
    }

    int count() {
        return sets.size();
    }
}
