package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;

/// The ranges of local addresses and source ports, where rules ask for them.
final class NarrowRanges {

    private final RangeList local4;
    private final RangeList local6;
    private final RangeList sources;
    private final int[] starts;
    private final long[] starts6;

    NarrowRanges(RangeList local4, RangeList local6, RangeList sources) {
        this.local4 = local4;
        this.local6 = local6;
        this.sources = sources;
        this.starts = java.util.stream.IntStream.concat(local4.starts(), sources.starts()).toArray();
        this.starts6 = local6.starts6().toArray();
    }

    /// Returns the cell of the local address.
    int local(FlowColumns flows, int at) {
        return flows.isV6(at)
                ? local6.firstCell() + Search.find(starts6, 0, local6.size(), flows.localHigh(at), flows.localLow(at))
                : local4.firstCell() + Search.find(starts, 0, local4.size(), (int) flows.localLow(at));
    }

    /// Returns the cell of the source port; any for a protocol without ports, because no rule that
    /// its service satisfies asks for one.
    int source(FlowColumns flows, int at) {
        return sources.firstCell() + Search.find(starts, local4.size(), sources.size(), flows.sourcePort(at));
    }
}
