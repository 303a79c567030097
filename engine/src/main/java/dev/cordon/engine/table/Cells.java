package dev.cordon.engine.table;

import java.util.ArrayList;
import java.util.List;

/// Sets of rules, one for each class of values of a field, and the first rule that several have in
/// common.
///
/// Implementation note: with up to 64 rules, as nearly all sides have, a cell is one long. With
/// more, equal cells share a row of longs, of which the first are a summary: each of its bits says
/// whether a word has any.
final class Cells {

    private final int ruleCount;
    private final int summary;
    private final int stride;
    private final char[] rows;
    private final long[] bits;

    private Cells(int ruleCount, char[] rows, long[] bits) {
        this.ruleCount = ruleCount;
        this.summary = RuleBits.summaryWords(ruleCount);
        this.stride = RuleBits.stride(ruleCount);
        this.rows = rows;
        this.bits = bits;
    }

    int ruleCount() {
        return ruleCount;
    }

    /// Returns the rank of the first rule in both cells, or the number of rules if there is none.
    int first(int one, int other) {
        if (stride == 1) {
            long both = bits[one] & bits[other];
            return both == 0 ? ruleCount : Long.numberOfTrailingZeros(both);
        }
        return firstOfMany(rows[one] * stride, rows[other] * stride);
    }

    private int firstOfMany(int one, int other) {
        for (int i = 0; i < summary; i++) {
            for (long left = bits[one + i] & bits[other + i]; left != 0; left &= left - 1) {
                int word = (i << 6) + Long.numberOfTrailingZeros(left);
                long both = bits[one + summary + word] & bits[other + summary + word];
                if (both != 0) {
                    return (word << 6) + Long.numberOfTrailingZeros(both);
                }
            }
        }
        return ruleCount;
    }

    /// Returns the rank of the first rule in four cells, or the number of rules if there is none.
    int first(int one, int other, int third, int fourth) {
        if (stride == 1) {
            long all = bits[one] & bits[other] & bits[third] & bits[fourth];
            return all == 0 ? ruleCount : Long.numberOfTrailingZeros(all);
        }
        return firstOfMany(rows[one] * stride, rows[other] * stride, rows[third] * stride, rows[fourth] * stride);
    }

    private int firstOfMany(int one, int other, int third, int fourth) {
        for (int i = 0; i < summary; i++) {
            long left = all(one + i, other + i, third + i, fourth + i);
            for (; left != 0; left &= left - 1) {
                int word = (i << 6) + Long.numberOfTrailingZeros(left);
                int in = summary + word;
                long all = all(one + in, other + in, third + in, fourth + in);
                if (all != 0) {
                    return (word << 6) + Long.numberOfTrailingZeros(all);
                }
            }
        }
        return ruleCount;
    }

    private long all(int one, int other, int third, int fourth) {
        return bits[one] & bits[other] & bits[third] & bits[fourth];
    }

    /// Cells in the making.
    static final class Builder {

        private final RuleBits distinct;
        private final int ruleCount;
        private final List<long[]> all = new ArrayList<>();

        Builder(int ruleCount) {
            this.ruleCount = ruleCount;
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

        Cells done() {
            if (RuleBits.stride(ruleCount) == 1) {
                return new Cells(ruleCount, new char[0], all.stream().mapToLong(words -> words[0]).toArray());
            }
            char[] rows = new char[all.size()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = (char) distinct.row(all.get(i));
            }
            return new Cells(ruleCount, rows, distinct.done());
        }
    }
}
