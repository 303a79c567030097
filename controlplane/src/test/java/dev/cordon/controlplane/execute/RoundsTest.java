package dev.cordon.controlplane.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RoundsTest {

    private static final int COUNT_MAX = 4;

    private final List<List<Integer>> done = Collections.synchronizedList(new ArrayList<>());

    private List<Optional<String>> answers(List<Integer> asked) {
        done.add(asked);
        return asked.stream().map(number -> Optional.of("answer " + number)).toList();
    }

    @Test
    void oneAloneHasItsRoundAtOnce() {
        Rounds<Integer, String> rounds = new Rounds<>(COUNT_MAX, this::answers);
        assertEquals("answer 7", rounds.ask(7));
        assertEquals("answer 8", rounds.ask(8));
        assertEquals(List.of(List.of(7), List.of(8)), done);
    }

    /// Nine who come during a round share three, since four fit one.
    @Test
    void thoseWhoComeDuringARoundShareTheNext() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Rounds<Integer, String> rounds = new Rounds<>(COUNT_MAX, asked -> {
            if (asked.contains(0)) {
                begun.countDown();
                await(mayEnd);
            }
            return answers(asked);
        });
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = callers.submit(() -> rounds.ask(0));
            await(begun);
            List<Thread> others = new ArrayList<>();
            List<String> answers = Collections.synchronizedList(new ArrayList<>());
            for (int number : IntStream.rangeClosed(1, 9).toArray()) {
                others.add(Thread.ofPlatform().start(() -> answers.add(rounds.ask(number))));
            }
            for (Thread other : others) {
                while (other.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
            mayEnd.countDown();
            assertEquals("answer 0", first.get());
            for (Thread other : others) {
                other.join();
            }
            assertEquals(
                    IntStream.rangeClosed(1, 9)
                            .mapToObj(number -> "answer " + number)
                            .toList(),
                    answers.stream().sorted().toList());
        }
        assertEquals(List.of(1, 4, 4, 1), done.stream().map(List::size).toList());
    }

    @Test
    void oneThatIsLeftOutHasAnotherRound() {
        Rounds<Integer, String> rounds = new Rounds<>(COUNT_MAX, asked -> {
            done.add(asked);
            return done.size() == 1 ? List.of(Optional.empty()) : List.of(Optional.of("late"));
        });
        assertEquals("late", rounds.ask(7));
        assertEquals(List.of(List.of(7), List.of(7)), done);
    }

    @Test
    void aRoundThatThrowsLeavesTheNextOneToOthers() {
        Rounds<Integer, String> rounds = new Rounds<>(COUNT_MAX, asked -> {
            if (asked.contains(7)) {
                throw new IllegalStateException("on purpose");
            }
            return answers(asked);
        });
        assertThrows(IllegalStateException.class, () -> rounds.ask(7));
        assertEquals("answer 8", rounds.ask(8));
        assertEquals("alone", rounds.alone(() -> "alone"));
    }

    @Test
    void noRoundIsUnderWayWhileOneIsAlone() throws Exception {
        Rounds<Integer, String> rounds = new Rounds<>(COUNT_MAX, this::answers);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            callers.submit(() -> rounds.alone(() -> {
                begun.countDown();
                await(mayEnd);
                return done.add(List.of());
            }));
            await(begun);
            Future<String> other = callers.submit(() -> rounds.ask(7));
            mayEnd.countDown();
            assertEquals("answer 7", other.get());
        }
        assertEquals(List.of(List.of(), List.of(7)), done);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
