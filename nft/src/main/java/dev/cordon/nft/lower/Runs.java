package dev.cordon.nft.lower;

import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.ruleset.NumberRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// Elements that say the same of columns side by side, joined to one.
///
/// @param <P> what an element asks beside the class
final class Runs<P> {

    private final BiFunction<P, NumberRange, Key> key;
    private final Map<P, Run> open = new HashMap<>();
    private SortedTable<Key, Element> elements = Lookup.noElements();

    private record Run(NumberRange classes, Value says) {

        boolean isContinuedBy(Run next) {
            return classes.last() + 1 == next.classes.first() && says.equals(next.says);
        }

        Run upTo(Run last) {
            return new Run(new NumberRange(classes.first(), last.classes.last()), says);
        }
    }

    Runs(BiFunction<P, NumberRange, Key> key) {
        this.key = key;
    }

    /// Adds an element. Columns come in the order of their numbers.
    void add(P part, Column column, Value says) {
        Run next = new Run(column.numbers(), says);
        open.merge(part, next, (run, after) -> run.isContinuedBy(after) ? run.upTo(after) : closed(part, run, after));
    }

    /// Adds elements for all columns but some.
    ///
    /// @param all in the order of their numbers, with no gap between them
    /// @param except some of them, in the same order
    void fill(P part, List<Column> all, List<Column> except, Value says) {
        long first = all.getFirst().numbers().first();
        for (Column gap : except) {
            close(part, first, gap.numbers().first() - 1, says);
            first = gap.numbers().last() + 1;
        }
        close(part, first, all.getLast().numbers().last(), says);
    }

    private void close(P part, long first, long last, Value says) {
        if (first <= last) {
            close(part, new Run(new NumberRange(first, last), says));
        }
    }

    private Run closed(P part, Run run, Run after) {
        close(part, run);
        return after;
    }

    private void close(P part, Run run) {
        elements = new Element(key.apply(part, run.classes()), run.says()).in(elements);
    }

    SortedTable<Key, Element> elements() {
        open.forEach(this::close);
        open.clear();
        return elements;
    }
}
