package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;
import java.util.stream.IntStream;

/// The ranges of local addresses and source ports, where rules ask for them.
final class NarrowRanges {

    private final int localCount;
    private final int local6Count;
    private final int sourceCount;
    private final int localCell;
    private final int local6Cell;
    private final int sourceCell;
    private final int[] starts;
    private final long[] starts6;

    NarrowRanges(RangeList local4, RangeList local6, RangeList sources) {
        this.localCount = local4.size();
        this.local6Count = local6.size();
        this.sourceCount = sources.size();
        this.localCell = local4.firstCell();
        this.local6Cell = local6.firstCell();
        this.sourceCell = sources.firstCell();
        this.starts = IntStream.concat(local4.starts(), sources.starts()).toArray();
        this.starts6 = local6.starts6().toArray();
    }

    /// Returns the cell of the local address.
    int local(FlowColumns flows, int at) {
        return flows.isV6(at)
                ? local6Cell + Search.find(starts6, 0, local6Count, flows.localHigh(at), flows.localLow(at))
                : localCell + Search.find(starts, 0, localCount, (int) flows.localLow(at));
    }

    /// Returns the cell of the source port; any for a protocol without ports, because no rule that
    /// its service satisfies asks for one.
    int source(FlowColumns flows, int at) {
        return sourceCell + Search.find(starts, localCount, sourceCount, flows.sourcePort(at));
    }
}
