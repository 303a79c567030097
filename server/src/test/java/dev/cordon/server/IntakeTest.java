package dev.cordon.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final int BUDGET = 1_000;
    private static final int FREE = Limits.FREE_BYTES_MAX;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7);
    private final IntakeBudget budget = new IntakeBudget(BUDGET);
    private final Intake first = new Intake(budget, nanos::get);
    private final Intake second = new Intake(budget, nanos::get);

    private void pass(long passed) {
        nanos.addAndGet(passed);
    }

    @Test
    void everyConnectionHasSomethingFree() throws IOException {
        first.took(FREE);
        second.took(FREE - 1);
        assertEquals(true, budget.take(BUDGET));
    }

    @Test
    void whatGoesBeyondIsSharedByAll() throws IOException {
        first.took(FREE + 600);
        second.took(FREE + 400);
        assertThrows(IOException.class, () -> second.took(1));
        assertThrows(IOException.class, () -> first.took(1));
    }

    @Test
    void whatIsDoneIsGivenBack() throws IOException {
        first.took(FREE);
        first.took(BUDGET);
        assertThrows(IOException.class, () -> second.took(FREE + 1));
        first.done();
        second.done();
        second.took(FREE + BUDGET);
        second.done();
        second.done();
        assertEquals(false, budget.take(BUDGET + 1));
        assertEquals(true, budget.take(BUDGET));
    }

    @Test
    void requestMustBeWholeInTimeHoweverOftenSomethingComes() throws IOException {
        first.took(1);
        pass(Limits.REQUEST_MAX.toNanos());
        first.took(1);
        pass(1);
        assertThrows(IOException.class, () -> first.took(1));
    }

    @Test
    void nextRequestHasItsOwnTime() throws IOException {
        first.took(1);
        pass(Limits.REQUEST_MAX.toNanos());
        first.done();
        pass(1);
        first.took(1);
        pass(Limits.REQUEST_MAX.toNanos());
        first.took(1);
    }
}
