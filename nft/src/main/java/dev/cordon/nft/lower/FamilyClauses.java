package dev.cordon.nft.lower;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.nft.ruleset.NumberRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The clauses of a scope as they speak of one family: those that speak of all its addresses alike,
/// and for each column those that speak of it beside them. What all have in common is so worked out
/// once, however many columns there are.
final class FamilyClauses {

    /// A clause with its place in the evaluation order.
    record Placed(int place, ScopeClause clause) {

        boolean isOf(IpProtocol protocol) {
            return clause.protocol().map(protocol::equals).orElse(true);
        }
    }

    private final List<Placed> common = new ArrayList<>();
    private final List<Placed> anywhere = new ArrayList<>();
    private final Map<Integer, BitSet> bySlot = new HashMap<>();
    private final List<ScopeClause> clauses;

    FamilyClauses(AddressFamily family, List<ScopeClause> clauses) {
        this.clauses = List.copyOf(clauses);
        Column someone = new Column(family, NumberRange.of(Identities.nobody(family)), Set.of());
        for (int place = 0; place < clauses.size(); place++) {
            file(new Placed(place, clauses.get(place)), someone);
        }
    }

    private void file(Placed placed, Column someone) {
        List<ScopeClause.PeerAsk> varying = placed.clause().peers().stream()
                .filter(peer -> !peer.wholeIn().contains(someone.family()))
                .toList();
        Optional<Integer> needed = varying.stream()
                .filter(peer -> peer.presence() == ScopeClause.Presence.IN)
                .map(ScopeClause.PeerAsk::slot)
                .findFirst();
        if (needed.isPresent()) {
            needed.map(slot -> bySlot.computeIfAbsent(slot, fresh -> new BitSet()))
                    .ifPresent(places -> places.set(placed.place()));
        } else if (!varying.isEmpty()) {
            anywhere.add(placed);
        } else if (placed.clause().speaksOf(someone)) {
            common.add(placed);
        }
    }

    /// Returns the clauses that speak of every address, in evaluation order.
    List<Placed> common() {
        return common;
    }

    /// Returns the other clauses that speak of a column, in evaluation order.
    List<Placed> beside(Column column) {
        BitSet places = new BitSet();
        column.slots().forEach(slot -> places.or(bySlot.getOrDefault(slot, new BitSet())));
        anywhere.forEach(placed -> places.set(placed.place()));
        return places.stream()
                .mapToObj(place -> new Placed(place, clauses.get(place)))
                .filter(placed -> placed.clause().speaksOf(column))
                .toList();
    }

    /// Returns the first of two in evaluation order.
    static Optional<Placed> first(Optional<Placed> one, Optional<Placed> other) {
        return Stream.concat(one.stream(), other.stream())
                .min((first, second) -> Integer.compare(first.place(), second.place()));
    }
}
