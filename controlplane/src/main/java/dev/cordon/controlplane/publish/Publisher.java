package dev.cordon.controlplane.publish;

import dev.cordon.model.state.Revision;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Holds the newest snapshot, and tells whoever waits that there is a newer one.
///
/// Nothing is queued: only the newest snapshot counts, and one who is slow skips those between.
/// Reading never waits for a writer. All methods may be called from any thread.
public final class Publisher {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile Snapshot newest;

    public Publisher(Snapshot first) {
        this.newest = first;
    }

    public Snapshot newest() {
        return newest;
    }

    /// Makes a snapshot the newest one.
    ///
    /// @throws IllegalStateException if it is not newer than the one before
    public void publish(Snapshot next) {
        lock.lock();
        try {
            if (next.revision().compareTo(newest.revision()) <= 0) {
                throw new IllegalStateException(
                        "revision `" + next.revision() + "` published after revision " + newest.revision());
            }
            newest = next;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns the newest snapshot as soon as it is newer than `seen`, and when the time is up in
    /// any case.
    ///
    /// @throws InterruptedException if the thread is interrupted while waiting
    public Snapshot awaitAfter(Revision seen, Duration timeout) throws InterruptedException {
        Snapshot known = newest;
        return known.revision().compareTo(seen) > 0 ? known : waitAfter(seen, timeout);
    }

    private Snapshot waitAfter(Revision seen, Duration timeout) throws InterruptedException {
        long leftNanos = TimeUnit.NANOSECONDS.convert(timeout);
        lock.lockInterruptibly();
        try {
            while (newest.revision().compareTo(seen) <= 0 && leftNanos > 0) {
                leftNanos = moved.awaitNanos(leftNanos);
            }
            return newest;
        } finally {
            lock.unlock();
        }
    }

    /// Tells a listener of the newest snapshot now and of newer ones as they come, on a thread of
    /// its own.
    ///
    /// The caller closes the subscription.
    public Subscription subscribe(Consumer<Snapshot> listener) {
        Subscription subscription = new Subscription(this, listener);
        subscription.start();
        return subscription;
    }
}
