package dev.cordon.nft.lower;

import dev.cordon.engine.decide.AddressSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Numbers for the address sets that scopes ask for: a slot for each set, in which the set of a
/// later view takes the place of the one that it was made from.
///
/// Implementation note: the hash of a set costs all of its blocks, so a set is looked up as the
/// object that it is first, and by its size and first block then.
final class AddressSlots {

    private final Map<AddressSet, Integer> byObject = new IdentityHashMap<>();
    private final Map<Shape, Set<Integer>> byShape = new HashMap<>();
    private final List<AddressSet> sets = new ArrayList<>();
    private final BitSet taken = new BitSet();
    private final List<Move> moves = new ArrayList<>();

    private record Shape(int size, Object first) {}

    /// What has become of the set of a slot.
    record Move(int slot, AddressSet before, AddressSet after) {}

    /// Returns the slot of a set that has one.
    Optional<Integer> find(AddressSet set) {
        Optional<Integer> same = Optional.ofNullable(byObject.get(set));
        return same.or(() -> byShape.getOrDefault(shape(set), Set.of()).stream()
                .filter(slot -> sets.get(slot).equals(set))
                .findFirst()
                .map(slot -> remember(set, slot)));
    }

    private int remember(AddressSet set, int slot) {
        byObject.put(set, slot);
        return slot;
    }

    private static Shape shape(AddressSet set) {
        return new Shape(set.size(), set.blocks().findFirst());
    }

    /// Gives a set a slot of its own.
    void add(AddressSet set) {
        int slot = taken.nextClearBit(0);
        if (slot == sets.size()) {
            sets.add(AddressSet.EMPTY);
        }
        taken.set(slot);
        put(slot, AddressSet.EMPTY, set);
    }

    /// Gives a slot to the set that its set has become.
    void replace(int slot, AddressSet after) {
        AddressSet before = forget(slot);
        put(slot, before, after);
    }

    /// Frees the slots that nothing asks for.
    void retain(BitSet asked) {
        for (int slot = taken.nextSetBit(0); slot >= 0; slot = taken.nextSetBit(slot + 1)) {
            if (!asked.get(slot)) {
                moves.add(new Move(slot, forget(slot), AddressSet.EMPTY));
                sets.set(slot, AddressSet.EMPTY);
                taken.clear(slot);
            }
        }
    }

    private void put(int slot, AddressSet before, AddressSet after) {
        sets.set(slot, after);
        byObject.put(after, slot);
        byShape.computeIfAbsent(shape(after), shape -> new HashSet<>()).add(slot);
        moves.add(new Move(slot, before, after));
    }

    private AddressSet forget(int slot) {
        AddressSet set = sets.get(slot);
        byObject.values().removeIf(number -> number == slot);
        byShape.computeIfPresent(shape(set), (shape, slots) -> {
            slots.remove(slot);
            return slots.isEmpty() ? null : slots;
        });
        return set;
    }

    /// Returns what has changed since the last call.
    List<Move> takeMoves() {
        List<Move> taken = List.copyOf(moves);
        moves.clear();
        return taken;
    }
}
