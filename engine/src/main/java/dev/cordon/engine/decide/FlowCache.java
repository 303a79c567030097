package dev.cordon.engine.decide;

import dev.cordon.model.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/// Verdicts on flows that were decided before, by all that the verdict may depend on.
///
/// Has room for a fixed number of flows; a new one takes the place of one that has been there
/// longer. Used by one thread at a time, and for one policy.
public final class FlowCache {

    private static final int ENTRY_SHIFT = 3;
    private static final int WAY_COUNT = 2;

    private final long[] entries;
    private final @Nullable Verdict[] verdicts;
    private final int setShift;

    /// @param flowCount room, a power of two, at least four; a flow takes 68 bytes
    public FlowCache(int flowCount) {
        if (Integer.bitCount(flowCount) != 1 || flowCount < 2 * WAY_COUNT) {
            throw new IllegalArgumentException("not a power of two from four on `" + flowCount + "`");
        }
        entries = new long[flowCount << ENTRY_SHIFT];
        verdicts = new Verdict[flowCount];
        setShift = Long.SIZE - Integer.numberOfTrailingZeros(flowCount / WAY_COUNT);
    }

    /// Returns the verdict on a flow, if it is known.
    public @Nullable Verdict find(FlowColumns flows, int row) {
        int first = first(flows, row);
        if (flows.differs(row, entries, first << ENTRY_SHIFT) == 0) {
            return verdicts[first];
        }
        int second = first + 1;
        return flows.differs(row, entries, second << ENTRY_SHIFT) == 0 ? verdicts[second] : null;
    }

    /// Keeps the verdict on a flow that is not known.
    public void keep(FlowColumns flows, int row, Verdict verdict) {
        int first = first(flows, row);
        System.arraycopy(entries, first << ENTRY_SHIFT, entries, first + 1 << ENTRY_SHIFT, 1 << ENTRY_SHIFT);
        verdicts[first + 1] = verdicts[first];
        flows.copy(row, entries, first << ENTRY_SHIFT);
        verdicts[first] = verdict;
    }

    /// Returns the first of the two places that a flow may be in.
    private int first(FlowColumns flows, int row) {
        return (int) (flows.hash(row) >>> setShift) * WAY_COUNT;
    }
}
