package dev.cordon.agent.deny;

import dev.cordon.nft.text.DropStage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// The newest denies, numbered from 1, for those who look and those who follow. May be used by many
/// threads.
public final class DenyLog implements DenySink, AutoCloseable {

    /// Denies that are kept; some 300 bytes each.
    public static final int COUNT_MAX = 10_000;

    /// Those who may wait for more at one time; the others are answered at once.
    static final int FOLLOWER_COUNT_MAX = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Deque<Numbered> newest = new ArrayDeque<>();
    private final EnumMap<DropStage, Long> packets = new EnumMap<>(DropStage.class);
    private long last;
    private long lost;
    private int followers;
    private boolean closed;

    public record Numbered(long number, Deny deny) {}

    /// An answer to those who look.
    ///
    /// @param next what to ask after next time
    /// @param skipped denies since what was asked for that are kept no more
    /// @param lost packets that the kernel could not tell of, of all time
    public record Page(List<Numbered> denies, long next, long skipped, long lost) {
        public Page {
            denies = List.copyOf(denies);
        }
    }

    @Override
    public void saw(List<Deny> denies, long lostSoFar) {
        lock.lock();
        try {
            lost = lostSoFar;
            for (Deny deny : denies) {
                last++;
                newest.addLast(new Numbered(last, deny));
                packets.merge(deny.what().stage(), deny.count(), Long::sum);
            }
            while (newest.size() > COUNT_MAX) {
                newest.removeFirst();
            }
            if (!denies.isEmpty()) {
                grown.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Returns the newest denies of those that are wanted, the oldest first.
    public Page newest(int count, Predicate<Deny> wanted) {
        lock.lock();
        try {
            List<Numbered> found =
                    newest.stream().filter(one -> wanted.test(one.deny())).toList();
            return new Page(found.subList(Math.max(0, found.size() - count), found.size()), last, 0, lost);
        } finally {
            lock.unlock();
        }
    }

    /// Returns the denies behind a number, the oldest first, and waits for one if there is none.
    ///
    /// @param after of an earlier page; a number that was not given yet is one of an earlier
    ///     process, and stands for 0
    public Page after(long after, int count, Predicate<Deny> wanted, Duration patience) throws InterruptedException {
        long leftNanos = TimeUnit.NANOSECONDS.convert(patience);
        lock.lockInterruptibly();
        try {
            long from = after > last ? 0 : after;
            boolean follows = followers < FOLLOWER_COUNT_MAX;
            followers += follows ? 1 : 0;
            try {
                Page page = page(from, count, wanted);
                while (follows && !closed && page.denies().isEmpty() && leftNanos > 0) {
                    leftNanos = grown.awaitNanos(leftNanos);
                    page = page(from, count, wanted);
                }
                return page;
            } finally {
                followers -= follows ? 1 : 0;
            }
        } finally {
            lock.unlock();
        }
    }

    private Page page(long after, int count, Predicate<Deny> wanted) {
        List<Numbered> found = newest.stream()
                .filter(one -> one.number() > after && wanted.test(one.deny()))
                .limit(count)
                .toList();
        long next = found.size() == count ? found.getLast().number() : last;
        long oldest = last - newest.size() + 1;
        return new Page(found, next, Math.max(0, oldest - 1 - after), lost);
    }

    /// Returns how many packets were told of, by what dropped them.
    public Map<DropStage, Long> packets() {
        lock.lock();
        try {
            return new EnumMap<>(packets);
        } finally {
            lock.unlock();
        }
    }

    /// Returns how many packets the kernel could not tell of.
    public long lost() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }

    /// Sends those away who wait.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
