package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;

/// What rules with a local side or source ports ask for besides peer and service.
final class Narrow {

    private final Ranges32 local4;
    private final Ranges128 local6;
    private final Ranges32 sourcePorts;
    private final long[] localBits;
    private final long[] sourceBits;

    Narrow(Ranges32 local4, Ranges128 local6, Ranges32 sourcePorts, long[] localBits, long[] sourceBits) {
        this.local4 = local4;
        this.local6 = local6;
        this.sourcePorts = sourcePorts;
        this.localBits = localBits;
        this.sourceBits = sourceBits;
    }

    int localRow(FlowColumns flows, int at) {
        return flows.isV6(at)
                ? local6.row(flows.localHigh(at), flows.localLow(at))
                : local4.row((int) flows.localLow(at));
    }

    /// Returns the row of the source port; any row for a protocol without ports, because no rule
    /// that its service satisfies asks for one.
    int sourceRow(FlowColumns flows, int at) {
        return sourcePorts.row(flows.sourcePort(at));
    }

    long localBits(int index) {
        return localBits[index];
    }

    long sourceBits(int index) {
        return sourceBits[index];
    }
}
