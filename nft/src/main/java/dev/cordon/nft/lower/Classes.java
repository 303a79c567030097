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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one scope makes of identities: those that its clauses treat alike become one class.
///
/// @param classes the class of each identity that is in some set of the scope
/// @param columns all classes, in the order of their numbers, and those in no set of the scope
record Classes(SortedTable<Key, Element> classes, List<Column> columns) {

    Classes {
        columns = List.copyOf(columns);
    }

    /// Classes are numbered downwards from the identities of their family, so that those in no set
    /// come right behind them: what holds for all addresses is one range then.
    static Classes of(Identities identities, BitSet sets) {
        SortedTable<Key, Element> classes = Lookup.noElements();
        List<Column> columns = new ArrayList<>();
        for (AddressFamily family : AddressFamily.values()) {
            Map<List<Integer>, List<Integer>> alike = alike(identities, family, sets);
            long number = Identities.nobody(family) - alike.size();
            for (Map.Entry<List<Integer>, List<Integer>> each : alike.entrySet()) {
                columns.add(new Column(family, NumberRange.of(number), each.getKey()));
                for (int membership : each.getValue()) {
                    NumberRange identity = NumberRange.of(Identities.number(family, membership));
                    classes = new Element(new Key.Numbers(identity), new Value.Number(number)).in(classes);
                }
                number++;
            }
            columns.add(new Column(family, Identities.all(family), List.of()));
        }
        return new Classes(classes, columns);
    }

    private static Map<List<Integer>, List<Integer>> alike(Identities identities, AddressFamily family, BitSet sets) {
        Map<List<Integer>, List<Integer>> alike = new TreeMap<>(BY_NUMBERS);
        for (int membership : identities.memberships(family)) {
            List<Integer> mine =
                    identities.sets(membership).stream().filter(sets::get).toList();
            if (!mine.isEmpty()) {
                alike.computeIfAbsent(mine, fresh -> new ArrayList<>()).add(membership);
            }
        }
        return alike;
    }

    private static final Comparator<List<Integer>> BY_NUMBERS = (one, other) -> {
        for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
            int order = Integer.compare(one.get(at), other.get(at));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    };
}
