package dev.cordon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final Parts parts = new Parts();
    private final List<String> closed = Collections.synchronizedList(new ArrayList<>());

    private AutoCloseable named(String name) {
        return () -> closed.add(name);
    }

    @Test
    void closesTheLastFirstAndOnce() {
        parts.open(() -> named("store"));
        parts.open(() -> named("server"));
        parts.close();
        parts.close();
        assertEquals(List.of("server", "store"), closed);
    }

    @Test
    void closesTheOthersWhenOneFails() {
        parts.open(() -> named("store"));
        parts.open(() -> () -> {
            throw new CliException("stuck");
        });
        parts.close();
        assertEquals(List.of("store"), closed);
    }

    @Test
    void opensNothingAfterTheEnd() {
        parts.close();
        assertThrows(
                CliException.class,
                () -> parts.open(() -> {
                    closed.add("was opened");
                    return named("late");
                }));
        assertEquals(List.of(), closed);
    }

    @Test
    void whatFailsToOpenIsNotClosed() {
        assertThrows(
                CliException.class,
                () -> parts.open(() -> {
                    throw new CliException("taken");
                }));
        parts.close();
        assertEquals(List.of(), closed);
    }

    @Test
    void theEndWaitsForWhatIsBeingOpened() throws InterruptedException {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch ending = new CountDownLatch(1);
        Thread opener = Thread.ofPlatform()
                .start(() -> parts.open(() -> {
                    opening.countDown();
                    awaitQuietly(ending);
                    return named("folder");
                }));
        opening.await();
        Thread end = Thread.ofPlatform().start(parts::close);
        while (end.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
        ending.countDown();
        opener.join();
        end.join();
        assertEquals(List.of("folder"), closed);
    }

    private static void awaitQuietly(CountDownLatch ending) {
        try {
            ending.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
