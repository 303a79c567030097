package dev.cordon.engine.table;

import dev.cordon.model.policy.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Sets of rules, by their rank in the evaluation order, one row of bits for each class of values.
///
/// A row is first its summary, of which each bit says whether a word has any, and then the words.
/// Rows of up to 64 rules have no summary. Equal rows are kept once.
final class RuleBits {

    private final int ruleCount;
    private final Map<Row, Integer> known = new HashMap<>();
    private final List<long[]> rows = new ArrayList<>();

    /// A row as a key: equal if its bits are.
    private static final class Row {

        private final long[] words;

        Row(long[] words) {
            this.words = words;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && Arrays.equals(words, row.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }

    RuleBits(int ruleCount) {
        this.ruleCount = ruleCount;
    }

    /// Returns the bits of the rules that satisfy something, without a summary.
    static long[] of(List<Rule> rules, Predicate<Rule> satisfied) {
        long[] words = new long[words(rules.size())];
        for (int rank = 0; rank < rules.size(); rank++) {
            if (satisfied.test(rules.get(rank))) {
                words[rank >>> 6] |= 1L << rank;
            }
        }
        return words;
    }

    static long[] none(int ruleCount) {
        return new long[words(ruleCount)];
    }

    static int words(int ruleCount) {
        return Math.max(1, (ruleCount + 63) >>> 6);
    }

    static int summaryWords(int ruleCount) {
        int words = words(ruleCount);
        return words == 1 ? 0 : (words + 63) >>> 6;
    }

    /// Returns how many longs a row has.
    static int stride(int ruleCount) {
        return words(ruleCount) + summaryWords(ruleCount);
    }

    /// Keeps a row.
    ///
    /// @param words the bits without a summary; not changed afterwards
    /// @return its number
    int row(long[] words) {
        return known.computeIfAbsent(new Row(words), row -> {
            rows.add(withSummary(words));
            return rows.size() - 1;
        });
    }

    private long[] withSummary(long[] words) {
        int summary = summaryWords(ruleCount);
        long[] row = new long[summary + words.length];
        System.arraycopy(words, 0, row, summary, words.length);
        for (int i = 0; summary > 0 && i < words.length; i++) {
            row[i >>> 6] |= words[i] == 0 ? 0 : 1L << i;
        }
        return row;
    }

    /// Returns the rows, one behind the other.
    long[] done() {
        int stride = stride(ruleCount);
        long[] all = new long[rows.size() * stride];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, all, i * stride, stride);
        }
        return all;
    }
}
