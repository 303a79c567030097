package dev.cordon.store.sqlite;

import java.sql.SQLException;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/// A few connections that many threads share, each thread waiting its turn, first come first
/// served.
///
/// Implementation note: a connection whose work failed is closed, which rolls back what it had
/// begun, and replaced when next one is needed: the driver drops prepared statements that fail, so
/// a connection kept after a full disk would never work again.
final class ConnectionPool<C extends ConnectionPool.Member> implements AutoCloseable {

    /// A connection with its statements. For one thread at a time.
    interface Member extends AutoCloseable {

        @Override
        void close() throws SQLException;
    }

    private final int countMax;
    private final Supplier<C> opening;
    private final Semaphore turns;
    private final Deque<C> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /// Makes a pool that opens its connections when they are first needed.
    ConnectionPool(int countMax, Supplier<C> opening) {
        this.countMax = countMax;
        this.opening = opening;
        this.turns = new Semaphore(countMax, true);
    }

    /// Returns what the work gives that is done with one of the connections; empty once the pool is
    /// closed.
    <T> Optional<T> use(Function<C, T> work) {
        turns.acquireUninterruptibly();
        try {
            return closed ? Optional.empty() : Optional.of(useOne(work));
        } finally {
            turns.release();
        }
    }

    private <T> T useOne(Function<C, T> work) {
        C connection = Optional.ofNullable(idle.poll()).orElseGet(opening);
        boolean sound = false;
        try {
            T result = work.apply(connection);
            sound = true;
            return result;
        } finally {
            if (sound) {
                idle.push(connection);
            } else {
                discard(connection);
            }
        }
    }

    private void discard(C connection) {
        try {
            connection.close();
        } catch (SQLException failedAgain) {
            // the failure that led here is on its way to the caller and says more
            return;
        }
    }

    /// Waits for the connections at work, and closes all.
    @Override
    public void close() throws SQLException {
        turns.acquireUninterruptibly(countMax);
        closed = true;
        try {
            for (C connection : idle) {
                connection.close();
            }
        } finally {
            idle.clear();
            turns.release(countMax);
        }
    }
}
