package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.model.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/// The rules of one direction of several groups together, ready to decide.
///
/// Implementation note: an aggregated bit vector. Each range of peer addresses, each group and list
/// that a rule names, each service, and where rules ask for them each range of local addresses and
/// of source ports is a cell: the set of the rules that it satisfies. The first rule that is in all
/// cells of a flow decides. With up to 64 rules a cell is one long; with more, equal cells share a
/// row of longs, of which the first are a summary. All that is searched lies in few arrays, because
/// one that is in no near cache costs more than the search.
///
/// @see "Baboescu, Varghese: Scalable Packet Classification, SIGCOMM 2001"
final class RuleTable {

    private static final int TCP = 6;
    private static final int UDP = 17;

    /// A port, and whether it is one of UDP.
    private static final int PORT_KEY_BITS = 17;

    private static final int INDEXED_PORT_BITS = 12;
    private static final int INDEXED_PEER_BITS = 16;

    private final int[] keys;
    private final long[] bits;
    private final RangeIndex peers4;
    private final RangeIndex ports;
    private final int peerCount;
    private final int peer6Count;
    private final int portCount;
    private final int protocolCount;
    private final int listCount;
    private final int ruleCount;
    private final int stride;
    private final @Nullable Named groups;
    private final @Nullable NarrowRanges narrow;
    private final long[] starts6;
    private final char[] rows;
    private final Verdict[] verdicts;

    RuleTable(TableParts parts) {
        this.keys = parts.keys();
        this.bits = parts.cells().bits();
        this.rows = parts.cells().rows();
        this.peerCount = parts.peers().v4().size();
        this.peer6Count = parts.peers().v6().size();
        this.portCount = parts.services().ports().size();
        this.peers4 = new RangeIndex(keys, 0, peerCount, Integer.SIZE, INDEXED_PEER_BITS);
        this.ports = new RangeIndex(keys, peerCount, portCount, PORT_KEY_BITS, INDEXED_PORT_BITS);
        this.protocolCount = parts.services().protocols().size();
        this.listCount = parts.peers().lists().size();
        this.ruleCount = parts.verdicts().size();
        this.stride = RuleBits.stride(ruleCount);
        this.groups = parts.peers().groups().orElse(null);
        this.narrow = parts.narrow().orElse(null);
        this.starts6 = parts.peers().v6().starts6().toArray();
        this.verdicts = parts.verdicts().toArray(Verdict[]::new);
    }

    /// Codes a protocol that has no ports: it is another one in each family.
    static int coded(int protocol, int family) {
        return protocol | family << 8;
    }

    /// Places a port in the space of both protocols that have ports.
    static int port(int protocol, int port) {
        return protocol == UDP ? port | 1 << 16 : port;
    }

    int ruleCount() {
        return ruleCount;
    }

    Verdict verdict(int rank) {
        return verdicts[rank];
    }

    /// Returns the rank of the first rule that a flow satisfies, or the number of rules if there is
    /// none.
    ///
    /// @param peer the groups that the peer's address is in
    int first(FlowColumns flows, int at, PeerGroups peer, RefChunks<ListTable> lists) {
        int service = service(flows, at);
        int rank = first(peerCell(flows, at), service, flows, at);
        if (groups != null) {
            rank = firstOfGroups(rank, groups, service, flows, at, peer);
        }
        return listCount == 0 ? rank : firstOfLists(rank, service, flows, at, lists);
    }

    private int service(FlowColumns flows, int at) {
        int protocol = flows.protocol(at);
        int cell = peerCount + peer6Count;
        if (protocol == TCP || protocol == UDP) {
            return cell + ports.find(port(protocol, flows.destinationPort(at)));
        }
        int code = coded(protocol, flows.family(at));
        int i = 0;
        while (i < protocolCount && keys[peerCount + portCount + i] != code) {
            i++;
        }
        return cell + portCount + i;
    }

    private int peerCell(FlowColumns flows, int at) {
        return flows.isV6(at)
                ? peerCount + Search.find(starts6, 0, peer6Count, flows.peerHigh(at), flows.peerLow(at))
                : peers4.find((int) flows.peerLow(at));
    }

    private int firstOfGroups(int before, Named named, int service, FlowColumns flows, int at, PeerGroups peer) {
        int rank = before;
        for (int i = 0; i < peer.placeCount(); i++) {
            int group = peer.group(i);
            int cell = group < 0 ? group : named.cell(group);
            if (cell >= 0) {
                rank = Math.min(rank, first(cell, service, flows, at));
            }
        }
        return rank;
    }

    /// Lists are named behind the protocols: the number of each, with its cell.
    private int firstOfLists(int before, int service, FlowColumns flows, int at, RefChunks<ListTable> lists) {
        int rank = before;
        int named = peerCount + portCount + protocolCount;
        for (int i = named; i < named + 2 * listCount; i += 2) {
            int candidate = first(keys[i + 1], service, flows, at);
            if (candidate < rank && lists.get(keys[i]).contains(flows, at)) {
                rank = candidate;
            }
        }
        return rank;
    }

    private int first(int peer, int service, FlowColumns flows, int at) {
        if (narrow != null) {
            return first(peer, service, narrow.local(flows, at), narrow.source(flows, at));
        }
        if (stride == 1) {
            long both = bits[peer] & bits[service];
            return both == 0 ? ruleCount : Long.numberOfTrailingZeros(both);
        }
        return firstOfMany(rows[peer] * stride, rows[service] * stride);
    }

    private int firstOfMany(int one, int other) {
        int summary = RuleBits.summaryWords(ruleCount);
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

    private int first(int one, int other, int third, int fourth) {
        if (stride == 1) {
            long all = all(one, other, third, fourth);
            return all == 0 ? ruleCount : Long.numberOfTrailingZeros(all);
        }
        return firstOfMany(rows[one] * stride, rows[other] * stride, rows[third] * stride, rows[fourth] * stride);
    }

    private int firstOfMany(int one, int other, int third, int fourth) {
        int summary = RuleBits.summaryWords(ruleCount);
        for (int i = 0; i < summary; i++) {
            for (long left = all(one + i, other + i, third + i, fourth + i); left != 0; left &= left - 1) {
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
}
