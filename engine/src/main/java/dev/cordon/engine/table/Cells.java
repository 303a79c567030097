package dev.cordon.engine.table;

import java.util.ArrayList;
import java.util.List;

/// The cells of a [RuleTable] in the making: sets of rules, by their ranks.
final class Cells {

    private final boolean isDirect;
    private final RuleBits distinct;
    private final List<long[]> all = new ArrayList<>();

    Cells(int ruleCount) {
        this.isDirect = RuleBits.stride(ruleCount) == 1;
        this.distinct = new RuleBits(ruleCount);
    }

    /// Adds a cell.
    ///
    /// @param words the bits of its rules, not changed afterwards
    /// @return its number
    int add(long[] words) {
        all.add(words);
        return all.size() - 1;
    }

    int size() {
        return all.size();
    }

    /// Returns the rows that [#rows] names, or a long for each cell if one is enough.
    long[] bits() {
        if (isDirect) {
            return all.stream().mapToLong(words -> words[0]).toArray();
        }
        all.forEach(distinct::row);
        return distinct.done();
    }

    /// Returns the row of each cell; nothing if each has its own long.
    char[] rows() {
        char[] rows = new char[isDirect ? 0 : all.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (char) distinct.row(all.get(i));
        }
        return rows;
    }
}
