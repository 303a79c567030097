package dev.cordon.controlplane.execute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/// Does the work of callers in rounds, one round at a time: whoever finds nobody at work does that
/// of all who wait, and the others wait for their results.
///
/// So the wait for a disk is shared by all who came while the one before it lasted, and nobody
/// waits for others to come.
///
/// @param <A> what a caller asks for
/// @param <R> what comes of it
final class Rounds<A, R> {

    private final int countMax;
    private final Function<List<A>, List<Optional<R>>> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Deque<Waiting<A, R>> waiting = new ArrayDeque<>();
    private Shift shift = Shift.FREE;

    private enum Shift {
        FREE,
        AT_WORK
    }

    /// Guarded by the lock.
    private static final class Waiting<A, R> {
        private final A asked;
        private Optional<R> result = Optional.empty();

        Waiting(A asked) {
            this.asked = asked;
        }
    }

    /// @param countMax work of one round
    /// @param work returns a result for each that was asked, or nothing for one that is left to the
    ///     next round; never for the first
    Rounds(int countMax, Function<List<A>, List<Optional<R>>> work) {
        this.countMax = countMax;
        this.work = work;
    }

    /// Has something done, and waits for it. What the work throws comes to the caller that does it;
    /// the others then have a round of their own.
    R ask(A asked) {
        Waiting<A, R> mine = new Waiting<>(asked);
        lock.lock();
        try {
            waiting.add(mine);
            while (mine.result.isEmpty()) {
                if (shift == Shift.AT_WORK) {
                    ended.awaitUninterruptibly();
                } else {
                    doRound(mine);
                }
            }
            return mine.result.get();
        } finally {
            waiting.remove(mine);
            lock.unlock();
        }
    }

    private void doRound(Waiting<A, R> mine) {
        List<Waiting<A, R>> round = next(mine);
        List<Optional<R>> results =
                unlocked(() -> work.apply(round.stream().map(one -> one.asked).toList()));
        for (int i = 0; i < round.size(); i++) {
            round.get(i).result = results.get(i);
        }
    }

    /// Returns those of the next round, the one that does the work first.
    private List<Waiting<A, R>> next(Waiting<A, R> mine) {
        List<Waiting<A, R>> round = new ArrayList<>(List.of(mine));
        waiting.stream()
                .filter(other -> !other.equals(mine) && other.result.isEmpty())
                .limit(countMax - 1L)
                .forEach(round::add);
        return round;
    }

    /// Does something that is no part of a round while no round is under way.
    <T> T alone(Supplier<T> task) {
        lock.lock();
        try {
            while (shift == Shift.AT_WORK) {
                ended.awaitUninterruptibly();
            }
            return unlocked(task);
        } finally {
            lock.unlock();
        }
    }

    /// Lets others come in while one is at work.
    private <T> T unlocked(Supplier<T> task) {
        shift = Shift.AT_WORK;
        lock.unlock();
        try {
            return task.get();
        } finally {
            lock.lock();
            shift = Shift.FREE;
            ended.signalAll();
        }
    }
}
