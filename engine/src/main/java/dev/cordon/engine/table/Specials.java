package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;

/// What some entries of [SetRules] ask for besides peer and service: an address in a prefix list,
/// source ports, a local side.
///
/// Six longs for each: its rank and, above 32 bits, its list, counted from 1; the source ports; the
/// first address and the mask of the local block, high halves before low ones.
final class Specials {

    static final int WIDTH = 6;

    private Specials() {}

    /// Returns the entries that are left when those are taken out that ask in vain.
    ///
    /// @param left entries of one word
    static long without(long left, long[] rules, int word, FlowColumns flows, int row, RefChunks<ListTable> lists) {
        long stay = left;
        int at = SetRules.specials(rules);
        for (int end = at + SetRules.specialCount(rules) * WIDTH; at < end; at += WIDTH) {
            int rank = (int) rules[at];
            if (rank >>> 6 == word && (left >>> rank & 1) != 0 && !holds(rules, at, flows, row, lists)) {
                stay &= ~(1L << rank);
            }
        }
        return stay;
    }

    private static boolean holds(long[] rules, int at, FlowColumns flows, int row, RefChunks<ListTable> lists) {
        int list = (int) (rules[at] >>> 32);
        int port = flows.sourcePort(row);
        int ports = (int) rules[at + 1];
        return ports >>> 16 <= port
                && port <= (ports & 0xffff)
                && ((rules[at + 2] ^ flows.localHigh(row)) & rules[at + 3]) == 0
                && ((rules[at + 4] ^ flows.localLow(row)) & rules[at + 5]) == 0
                && (list == 0 || lists.get(list - 1).contains(flows, row));
    }
}
