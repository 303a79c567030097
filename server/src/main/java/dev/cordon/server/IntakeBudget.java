package dev.cordon.server;

import java.util.concurrent.atomic.AtomicLong;

/// Bytes of requests under way, of all connections together.
final class IntakeBudget {

    private final AtomicLong freeBytes;

    IntakeBudget(long byteCount) {
        this.freeBytes = new AtomicLong(byteCount);
    }

    /// Takes bytes, or none if there are not so many.
    boolean take(long byteCount) {
        long before = freeBytes.getAndUpdate(free -> free < byteCount ? free : free - byteCount);
        return before >= byteCount;
    }

    void give(long byteCount) {
        freeBytes.addAndGet(byteCount);
    }
}
