package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;

/// The rules of one direction of a group with few rules, as numbers one behind the other: a cache
/// line or two, that are walked.
///
/// Four numbers for each rule, in evaluation order: what the peer is looked for in; how, with the
/// protocol and the order of the rule; the destination ports; and where more is written, if the
/// rule asks for more. What does not fit into four numbers is written behind all rules.
final class RuleLines {

    /// What the first number says where there are no rules in lines.
    static final int UNMADE = -1;

    static final int IN_TABLE = -2;
    static final int WALKED = -3;

    /// The most rules that are walked.
    static final int RULE_COUNT_MAX = 16;

    static final int WIDTH = 4;

    static final int BLOCK4 = 0;
    static final int BLOCK6 = 1;
    static final int GROUP = 2;
    static final int LIST = 3;

    static final int KIND_MASK = 3;
    static final int LENGTH_SHIFT = 2;
    static final int PROTOCOL_SHIFT = 10;
    static final int PROTOCOL_MASK = 0x1ff;
    static final int ANY_PROTOCOL = 0x100;
    static final int ORDER_SHIFT = 19;
    static final int ORDER_MASK = 0xff;
    static final int LISTED_PORTS = 1 << 27;

    private static final int NO_PROTOCOL = 0x101;
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;

    private RuleLines() {}

    /// Returns the rank of the first rule that a flow satisfies, or a negative number if there is
    /// none.
    ///
    /// @param lines with a number of rules at their head
    /// @param peer the groups that the peer's address is in
    static int first(int[] lines, FlowColumns flows, int at, PeerGroups peer, RefChunks<ListTable> lists) {
        int count = lines[0];
        int protocol = protocol(flows, at);
        int port = flows.destinationPort(at);
        for (int rank = 0, from = 1; rank < count; rank++, from += WIDTH) {
            int how = lines[from + 1];
            int wanted = how >>> PROTOCOL_SHIFT & PROTOCOL_MASK;
            if ((wanted == protocol || wanted == ANY_PROTOCOL)
                    && hasPort(lines, how, lines[from + 2], port)
                    && hasPeer(lines, from, flows, at, peer, lists)
                    && (lines[from + 3] == 0 || RuleTail.has(lines, lines[from + 3], flows, at))) {
                return rank;
            }
        }
        return -1;
    }

    static int order(int[] lines, int rank) {
        return lines[rank * WIDTH + 2] >>> ORDER_SHIFT & ORDER_MASK;
    }

    /// Returns the number of the protocol, or none if it is not the protocol of that number: ICMP
    /// belongs to IPv4 alone, ICMPv6 to IPv6 alone.
    private static int protocol(FlowColumns flows, int at) {
        int protocol = flows.protocol(at);
        boolean foreign = protocol == (flows.isV6(at) ? ICMP : ICMPV6);
        return foreign ? NO_PROTOCOL : protocol;
    }

    private static boolean hasPort(int[] lines, int how, int ports, int port) {
        return (how & LISTED_PORTS) == 0
                ? port - (ports >>> 16) >= 0 && port <= (ports & 0xffff)
                : RuleTail.hasPort(lines, ports, port);
    }

    private static boolean hasPeer(
            int[] lines, int from, FlowColumns flows, int at, PeerGroups peer, RefChunks<ListTable> lists) {
        int what = lines[from];
        int kind = lines[from + 1] & KIND_MASK;
        if (kind == BLOCK4) {
            long differs = flows.peerLow(at) ^ Integer.toUnsignedLong(what);
            return !flows.isV6(at) && differs >>> 32 - length(lines, from) == 0;
        }
        if (kind == BLOCK6) {
            return flows.isV6(at)
                    && RuleTail.hasBlock(lines, what, length(lines, from), flows.peerHigh(at), flows.peerLow(at));
        }
        return kind == GROUP ? peer.has(what) : lists.get(what).contains(flows, at);
    }

    private static int length(int[] lines, int from) {
        return lines[from + 1] >>> LENGTH_SHIFT & 0xff;
    }
}
