package dev.cordon.conformance.differential;

import dev.cordon.model.Chance;
import java.time.Duration;
import java.util.function.Consumer;

/// Seeds for generated cases: new ones in every run, for as long as there is time, or the one that
/// is to be looked at again.
public final class Seeds {

    /// `-Dcordon.seed=N` runs the case of one seed alone.
    private static final String ONE = "cordon.seed";

    /// `-Dcordon.differential.seconds=N`: how long all properties together are looked into. Each
    /// has a share of it; the shares add up to a hundred per cent.
    private static final String BUDGET = "cordon.differential.seconds";

    private static final int BUDGET_SECONDS_DEFAULT = 60;

    private Seeds() {}

    /// Tells whether one case alone is looked at, so that nothing can be said of all.
    public static boolean isOne() {
        return Long.getLong(ONE) != null;
    }

    /// Runs a number of cases of fresh seeds, which take time of their own.
    public static void forEach(int count, Consumer<Chance> test) {
        forEach(count, 0, test);
    }

    /// Runs cases of fresh seeds until a share of the budget is used up. The seed of a case that
    /// fails is printed with it.
    ///
    /// @param countMin cases that are run however long they take
    /// @param percent of the budget
    public static void forEach(int countMin, int percent, Consumer<Chance> test) {
        if (isOne()) {
            run(Long.getLong(ONE), test);
            return;
        }
        long startNanos = System.nanoTime();
        long budgetNanos = Duration.ofSeconds(Integer.getInteger(BUDGET, BUDGET_SECONDS_DEFAULT))
                        .toNanos()
                / 100
                * percent;
        long seed = startNanos;
        while (seed < startNanos + countMin || System.nanoTime() - startNanos < budgetNanos) {
            run(seed++, test);
        }
        System.out.println("seeds from " + startNanos + " to " + (seed - 1));
    }

    private static void run(long seed, Consumer<Chance> test) {
        try {
            test.accept(Chance.seeded(seed));
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("run again with -D" + ONE + "=" + seed, failure);
        }
    }
}
