package dev.cordon.agent.kernel;

/// Counts the gaps in a row of numbers modulo 2³², of which the first is 0. May be asked from any
/// thread.
final class LossCount {

    private static final long MASK = 0xffff_ffffL;

    /// A gap that is longer is a number from before: nothing is delivered twice.
    private static final long GAP_MAX = MASK / 2;

    private long expected;
    private long count;

    synchronized void saw(long number) {
        long gap = number - expected & MASK;
        if (gap <= GAP_MAX) {
            count += gap;
            expected = number + 1 & MASK;
        }
    }

    synchronized long count() {
        return count;
    }
}
