package dev.cordon.controlplane.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Revision;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PublisherTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration NONE = Duration.ZERO;

    /// Held, so that the level stays set: one listener here fails on purpose.
    private static final Logger LOGGER = Logger.getLogger(Subscription.class.getName());

    private final Publisher publisher = new Publisher(snapshot(3));

    @BeforeAll
    static void silence() {
        LOGGER.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        LOGGER.setLevel(null);
    }

    @Test
    void newestIsWhatWasPublishedLast() {
        publisher.publish(snapshot(5));
        publisher.publish(snapshot(8));
        assertEquals(snapshot(8), publisher.newest());
    }

    @Test
    void refusesToGoBack() {
        assertThrows(IllegalStateException.class, () -> publisher.publish(snapshot(2)));
        assertThrows(IllegalStateException.class, () -> publisher.publish(snapshot(3)));
        assertEquals(snapshot(3), publisher.newest());
    }

    @Test
    void waitsForNothingIfThereIsANewerOne() throws InterruptedException {
        assertEquals(snapshot(3), publisher.awaitAfter(new Revision(2), LONG));
    }

    @Test
    void givesTheOneThatIsKnownWhenTheTimeIsUp() throws InterruptedException {
        assertEquals(snapshot(3), publisher.awaitAfter(new Revision(3), NONE));
        assertEquals(snapshot(3), publisher.awaitAfter(new Revision(4), Duration.ofMillis(5)));
    }

    @Test
    void everyoneWhoWaitsIsWokenByANewerOne() throws Exception {
        Callable<Snapshot> follower = () -> publisher.awaitAfter(new Revision(3), LONG);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Snapshot>> followers = List.of(executor.submit(follower), executor.submit(follower));
            publisher.publish(snapshot(4));
            assertEquals(snapshot(4), followers.getFirst().get());
            assertEquals(snapshot(4), followers.getLast().get());
        }
    }

    @Test
    void listenerIsToldOfTheNewestAtOnceAndOfNewerOnesAsTheyCome() throws InterruptedException {
        BlockingQueue<Snapshot> told = new LinkedBlockingQueue<>();
        Subscription subscription = publisher.subscribe(told::add);
        try (subscription) {
            assertEquals(snapshot(3), next(told));
            publisher.publish(snapshot(4));
            assertEquals(snapshot(4), next(told));
            publisher.publish(snapshot(6));
            assertEquals(snapshot(6), next(told));
        }
    }

    @Test
    void slowListenerSkipsWhatIsNoLongerTheNewest() throws InterruptedException {
        BlockingQueue<Snapshot> told = new LinkedBlockingQueue<>();
        CountDownLatch busy = new CountDownLatch(1);
        Subscription slow = publisher.subscribe(snapshot -> {
            told.add(snapshot);
            awaitQuietly(busy);
        });
        try (slow) {
            assertEquals(snapshot(3), next(told));
            publisher.publish(snapshot(4));
            publisher.publish(snapshot(5));
            publisher.publish(snapshot(6));
            busy.countDown();
            assertEquals(snapshot(6), next(told));
        }
        assertTrue(told.isEmpty());
    }

    @Test
    void listenerThatFailsIsToldOfTheNext() throws InterruptedException {
        BlockingQueue<Snapshot> told = new LinkedBlockingQueue<>();
        Subscription failing = publisher.subscribe(snapshot -> {
            told.add(snapshot);
            throw new IllegalArgumentException("on purpose, at revision " + snapshot.revision());
        });
        try (failing) {
            assertEquals(snapshot(3), next(told));
            publisher.publish(snapshot(4));
            assertEquals(snapshot(4), next(told));
        }
    }

    @Test
    void closedSubscriptionIsToldNothingMore() throws InterruptedException {
        BlockingQueue<Snapshot> told = new LinkedBlockingQueue<>();
        Subscription subscription = publisher.subscribe(told::add);
        assertEquals(snapshot(3), next(told));
        subscription.close();
        publisher.publish(snapshot(4));
        subscription.close();
        assertTrue(told.isEmpty());
    }

    @Test
    void listenerMayCloseItsOwnSubscription() throws InterruptedException {
        BlockingQueue<Subscription> own = new LinkedBlockingQueue<>();
        BlockingQueue<Snapshot> told = new LinkedBlockingQueue<>();
        Subscription subscription = publisher.subscribe(snapshot -> {
            takeQuietly(own).close();
            told.add(snapshot);
        });
        own.add(subscription);
        assertEquals(snapshot(3), next(told));
        publisher.publish(snapshot(4));
        subscription.close();
        assertTrue(told.isEmpty());
    }

    private static Snapshot snapshot(int revision) {
        Vpc vpc = new Vpc(new VpcId("vpc-" + revision), CidrBlock.of("10.0.0.0/8"), Details.NONE);
        return Snapshot.EMPTY.after(new Revision(revision), List.of(new Change.Put(vpc)));
    }

    private static <T> T next(BlockingQueue<T> told) throws InterruptedException {
        T next = told.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("listener was told nothing");
        }
        return next;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T takeQuietly(BlockingQueue<T> queue) {
        try {
            return queue.take();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted while waiting", interrupted);
        }
    }
}
