package dev.cordon.store.backend;

import dev.cordon.model.state.Revision;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// The head as followers know it, and where they wait for it to move.
public final class HeadSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile Revision head;
    private volatile boolean closed;

    public HeadSignal(Revision head) {
        this.head = head;
    }

    public Revision head() {
        return head;
    }

    public boolean isClosed() {
        return closed;
    }

    /// Makes a durable revision known.
    public void moveTo(Revision revision) {
        head = revision;
        wake();
    }

    public void close() {
        closed = true;
        wake();
    }

    /// Has every waiting follower look again.
    public void wake() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the head is another than `seen`, the signal is closed, the caller has enough, or
    /// time is up.
    public void await(Revision seen, BooleanSupplier enough, Duration timeout) throws InterruptedException {
        long nanosLeft = TimeUnit.NANOSECONDS.convert(timeout);
        lock.lockInterruptibly();
        try {
            while (head.equals(seen) && !closed && !enough.getAsBoolean() && nanosLeft > 0) {
                nanosLeft = moved.awaitNanos(nanosLeft);
            }
        } finally {
            lock.unlock();
        }
    }
}
