package dev.cordon.store.backend;

import dev.cordon.model.state.Revision;
import dev.cordon.store.CommittedChange;
import dev.cordon.store.History;
import dev.cordon.store.OutOfHistory;
import dev.cordon.store.Watch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/// A watch that reads history in pages, and sleeps on the head's signal when it has read all.
///
/// The history is the only source of changes and the signal only a wake-up, so what a follower sees
/// does not depend on when it looks.
public final class PagedWatch implements Watch {

    /// Most changes taken from history at once.
    public static final int PAGE_COUNT_MAX = 64;

    private final HeadSignal signal;
    private final Function<Revision, Optional<History>> historyAfter;
    private final Deque<CommittedChange> page = new ArrayDeque<>();
    private Revision after;
    private volatile boolean closed;

    /// @param historyAfter gives the changes after a revision; empty once the store is closed
    public PagedWatch(HeadSignal signal, Revision after, Function<Revision, Optional<History>> historyAfter) {
        this.signal = signal;
        this.after = after;
        this.historyAfter = historyAfter;
    }

    @Override
    public Event poll(Duration timeout) throws InterruptedException {
        if (page.isEmpty()) {
            signal.await(after, () -> closed, timeout);
        }
        if (closed || signal.isClosed()) {
            return new Ended();
        }
        return page.isEmpty() ? turnPage() : deliver();
    }

    private Event turnPage() {
        Optional<History> next = historyAfter.apply(after);
        if (next.isEmpty()) {
            return new Ended();
        }
        return switch (next.get()) {
            case OutOfHistory lost -> lost;
            case History.Changes changes -> {
                page.addAll(changes.oldestFirst());
                yield page.isEmpty() ? new Quiet() : deliver();
            }
        };
    }

    private CommittedChange deliver() {
        CommittedChange change = page.removeFirst();
        after = change.revision();
        return change;
    }

    @Override
    public void close() {
        closed = true;
        signal.wake();
    }
}
