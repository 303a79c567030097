package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;

/// What is written behind the rules of [RuleLines]: IPv6 blocks, port lists, and what rules with a
/// local side or source ports ask for besides.
final class RuleTail {

    /// Length of a local side that is everything, or of a family that the rule does not ask for.
    static final int ANYWHERE = -1;

    private RuleTail() {}

    /// Tells whether an address is in a block, whose first address is written in four numbers.
    static boolean hasBlock(int[] lines, int from, int length, long high, long low) {
        long highs = high ^ wide(lines, from);
        long lows = low ^ wide(lines, from + 2);
        if (length <= 64) {
            return length == 0 || highs >>> 64 - length == 0;
        }
        return highs == 0 && lows >>> 128 - length == 0;
    }

    private static long wide(int[] lines, int from) {
        return Integer.toUnsignedLong(lines[from]) << 32 | Integer.toUnsignedLong(lines[from + 1]);
    }

    /// Tells whether a port is in one of the ranges, which are written behind their number.
    static boolean hasPort(int[] lines, int from, int port) {
        for (int i = from + 1; i <= from + lines[from]; i++) {
            if (lines[i] >>> 16 <= port && port <= (lines[i] & 0xffff)) {
                return true;
            }
        }
        return false;
    }

    /// Tells whether a flow has the source port and the local address that a rule asks for: the
    /// ports, the family and length of the local block, and its first address.
    static boolean has(int[] lines, int from, FlowColumns flows, int at) {
        int ports = lines[from];
        int port = flows.sourcePort(at);
        return ports >>> 16 <= port && port <= (ports & 0xffff) && hasLocal(lines, from + 1, flows, at);
    }

    private static boolean hasLocal(int[] lines, int from, FlowColumns flows, int at) {
        int length = lines[from + 1];
        if (length == ANYWHERE) {
            return true;
        }
        if (lines[from] != flows.family(at)) {
            return false;
        }
        return flows.isV6(at)
                ? hasBlock(lines, from + 2, length, flows.localHigh(at), flows.localLow(at))
                : (flows.localLow(at) ^ Integer.toUnsignedLong(lines[from + 2])) >>> 32 - length == 0;
    }
}
