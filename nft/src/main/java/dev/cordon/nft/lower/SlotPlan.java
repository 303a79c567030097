package dev.cordon.nft.lower;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds slots for the sets that scopes ask for now.
///
/// A set that has no slot yet takes the one of the set that the same rule asked for before, unless
/// somebody still asks for that one: the members of a group have changed then, and everything but
/// the members can stay as it is.
final class SlotPlan {

    private final AddressSlots slots;
    private final Map<AddressSet, Optional<Integer>> fresh = new IdentityHashMap<>();
    private final List<AddressSet> inOrder = new ArrayList<>();
    private final BitSet asked = new BitSet();

    SlotPlan(AddressSlots slots) {
        this.slots = slots;
    }

    /// Takes note of what a scope asks for.
    ///
    /// @param before what the scope was before; itself if it is new
    void ask(Scope before, Scope now) {
        Map<Verdict, List<AddressSet>> setsBefore = new HashMap<>();
        if (!before.equals(now)) {
            before.clauses().forEach(clause -> setsBefore.putIfAbsent(clause.verdict(), sets(clause)));
        }
        for (Clause clause : now.clauses()) {
            List<AddressSet> predecessors = setsBefore.getOrDefault(clause.verdict(), List.of());
            List<AddressSet> sets = sets(clause);
            for (int at = 0; at < sets.size(); at++) {
                Optional<AddressSet> predecessor =
                        sets.size() == predecessors.size() ? Optional.of(predecessors.get(at)) : Optional.empty();
                ask(sets.get(at), predecessor);
            }
        }
    }

    private static List<AddressSet> sets(Clause clause) {
        return clause.conditions().stream().flatMap(Scope::set).toList();
    }

    private void ask(AddressSet set, Optional<AddressSet> predecessor) {
        Optional<Integer> slot = slots.find(set);
        slot.ifPresent(asked::set);
        if (slot.isEmpty()) {
            if (!fresh.containsKey(set)) {
                inOrder.add(set);
            }
            fresh.merge(set, predecessor.flatMap(slots::find), (is, other) -> is.or(() -> other));
        }
    }

    /// Gives every set a slot, and frees those that nobody asks for.
    void settle() {
        inOrder.forEach(set -> {
            Optional<Integer> inherited =
                    fresh.getOrDefault(set, Optional.empty()).filter(slot -> !asked.get(slot));
            if (slots.find(set).isEmpty()) {
                inherited.ifPresentOrElse(slot -> slots.replace(slot, set), () -> slots.add(set));
            }
            slots.find(set).ifPresent(asked::set);
        });
        slots.retain(asked);
    }
}
