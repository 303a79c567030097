package dev.cordon.engine.table;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.engine.table.Sweep.Point;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.PrefixList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// The addresses of a prefix list, which all sides that name it share.
///
/// Implementation note: the points at which the list begins or ends to hold, of one family. Whether
/// it holds is whether the number of points passed is odd.
final class ListTable {

    private final AddressFamily family;
    private final int[] turns4;
    private final long[] turns6;

    private ListTable(AddressFamily family, int[] turns4, long[] turns6) {
        this.family = family;
        this.turns4 = turns4;
        this.turns6 = turns6;
    }

    static ListTable of(PrefixList list) {
        return of(AddressSet.union(list.entries()), list.family());
    }

    /// Returns the addresses of one family in a set.
    static ListTable of(AddressSet set, AddressFamily family) {
        List<Point> turns = turns(set.of(family));
        int[] turns4 = family == AddressFamily.IPV4
                ? turns.stream()
                        .mapToInt(point -> Search.ordered((int) point.low()))
                        .toArray()
                : new int[0];
        long[] turns6 = family == AddressFamily.IPV6
                ? turns.stream()
                        .flatMapToLong(
                                point -> LongStream.of(Search.ordered(point.high()), Search.ordered(point.low())))
                        .toArray()
                : new long[0];
        return new ListTable(family, turns4, turns6);
    }

    /// Returns the points at which membership changes; touching blocks have none between them.
    private static List<Point> turns(List<CidrBlock> disjoint) {
        List<Point> turns = new ArrayList<>();
        for (CidrBlock block : disjoint) {
            Points.Span span = Points.of(block);
            if (!turns.isEmpty() && turns.getLast().equals(span.first())) {
                turns.removeLast();
            } else {
                turns.add(span.first());
            }
            if (!span.last().equals(Points.last(block.family()))) {
                turns.add(span.last().next());
            }
        }
        return turns;
    }

    /// Tells whether the peer's address is in the list.
    boolean contains(FlowColumns flows, int at) {
        if (flows.family(at) != family.ordinal()) {
            return false;
        }
        return flows.isV6(at) ? contains6(flows.peerHigh(at), flows.peerLow(at)) : contains4((int) flows.peerLow(at));
    }

    private boolean contains4(int bits) {
        if (turns4.length == 0 || Search.ordered(bits) < turns4[0]) {
            return false;
        }
        return (Search.find(turns4, 0, turns4.length, bits) & 1) == 0;
    }

    private boolean contains6(long high, long low) {
        if (turns6.length == 0 || isBefore(Search.ordered(high), Search.ordered(low))) {
            return false;
        }
        return (Search.find(turns6, 0, turns6.length / 2, high, low) & 1) == 0;
    }

    private boolean isBefore(long high, long low) {
        return high < turns6[0] || high == turns6[0] && low < turns6[1];
    }
}
