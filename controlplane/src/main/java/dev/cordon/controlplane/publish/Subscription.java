package dev.cordon.controlplane.publish;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;

/// A listener's place among the snapshots.
///
/// It is told of one snapshot at a time, each newer than the one before, and in the end of the
/// newest. One that fails is told of the next all the same; the failure is logged.
public final class Subscription implements AutoCloseable {

    /// Nothing depends on it: a wait that ends without news starts again.
    private static final Duration WAIT_MAX = Duration.ofMinutes(1);

    private static final Logger LOGGER = System.getLogger(Subscription.class.getName());

    private final Publisher publisher;
    private final Consumer<Snapshot> listener;
    private final Thread thread;

    Subscription(Publisher publisher, Consumer<Snapshot> listener) {
        this.publisher = publisher;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("snapshots").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Lets the listener finish what it was told last, and tells it nothing more.
    @Override
    public void close() {
        thread.interrupt();
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Snapshot told = publisher.newest();
        tell(told);
        while (!Thread.currentThread().isInterrupted()) {
            told = step(told);
        }
    }

    private Snapshot step(Snapshot told) {
        try {
            Snapshot next = publisher.awaitAfter(told.revision(), WAIT_MAX);
            if (!next.equals(told)) {
                tell(next);
            }
            return next;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return told;
        }
    }

    private void tell(Snapshot snapshot) {
        try {
            listener.accept(snapshot);
        } catch (RuntimeException failure) {
            LOGGER.log(Level.ERROR, "listener failed at revision " + snapshot.revision(), failure);
        }
    }
}
