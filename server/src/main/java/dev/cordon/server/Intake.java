package dev.cordon.server;

import java.io.IOException;
import java.util.function.LongSupplier;

/// What one connection has sent of a request that is not answered yet, and since when.
///
/// A request line may be long and may come byte by byte, so neither the limits of its size nor the
/// wait for the next byte keep many senders from filling the memory, or from holding their places
/// for ever. What goes beyond a little is taken from a budget that all connections share, and a
/// request must be whole within [Limits#REQUEST_MAX].
final class Intake {

    private final IntakeBudget budget;
    private final LongSupplier nanoTime;

    private long takenBytes;
    private long budgetedBytes;
    private long startNanos;

    /// @param nanoTime such as [System#nanoTime]
    Intake(IntakeBudget budget, LongSupplier nanoTime) {
        this.budget = budget;
        this.nanoTime = nanoTime;
    }

    /// Counts bytes that have come in.
    ///
    /// @throws IOException if the connection is to be cut off
    synchronized void took(int byteCount) throws IOException {
        if (takenBytes == 0) {
            startNanos = nanoTime.getAsLong();
        }
        takenBytes += byteCount;
        long wantedBytes = Math.max(0, takenBytes - Limits.FREE_BYTES_MAX) - budgetedBytes;
        if (!budget.take(wantedBytes)) {
            throw new IOException("requests of more than " + Limits.INTAKE_BYTES_MAX + " bytes are under way");
        }
        budgetedBytes += wantedBytes;
        if (nanoTime.getAsLong() - startNanos > Limits.REQUEST_MAX.toNanos()) {
            throw new IOException("no whole request within " + Limits.REQUEST_MAX);
        }
    }

    /// Starts anew: the request is answered, or the connection is closed.
    synchronized void done() {
        budget.give(budgetedBytes);
        budgetedBytes = 0;
        takenBytes = 0;
    }
}
