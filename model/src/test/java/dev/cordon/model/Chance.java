package dev.cordon.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Draws at random, and the same again from the same seed.
public final class Chance {

    private final RandomGenerator random;

    public Chance(RandomGenerator random) {
        this.random = random;
    }

    /// Returns draws that depend on nothing but the seed.
    public static Chance seeded(long seed) {
        return new Chance(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }

    /// Says yes once in `times` times.
    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /// Returns a number from `first` to `last`, both included.
    public int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public <T> List<T> shuffled(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }

    /// Returns up to `countMax` of the values, in any order.
    public <T> List<T> some(List<T> values, int countMax) {
        return shuffled(values).subList(0, random.nextInt(Math.min(countMax, values.size()) + 1));
    }
}
