package dev.cordon.conformance.differential;

import dev.cordon.model.Chance;
import java.util.function.Consumer;

/// Seeds for generated cases: new ones in every run, or the one that is to be looked at again.
public final class Seeds {

    /// `-Dcordon.seed=N` runs the case of one seed alone.
    private static final String PROPERTY = "cordon.seed";

    private Seeds() {}

    /// Runs a case for a number of fresh seeds. The seed of a case that fails is printed with it.
    public static void forEach(int count, Consumer<Chance> test) {
        Long chosen = Long.getLong(PROPERTY);
        long first = chosen != null ? chosen : System.nanoTime();
        System.out.println("seeds from " + first);
        for (long seed = first; seed < first + (chosen != null ? 1 : count); seed++) {
            try {
                test.accept(Chance.seeded(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("run again with -D" + PROPERTY + "=" + seed, failure);
            }
        }
    }
}
