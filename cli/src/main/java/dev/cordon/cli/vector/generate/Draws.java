package dev.cordon.cli.vector.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random choices, the same ones again for the same seed.
final class Draws {

    private final RandomGenerator random;

    Draws(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// Says yes once in `times` times.
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /// Returns a number from `first` to `last`, both included.
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// Returns one to `countMax` of the values, in any order, as far as there are any.
    <T> List<T> some(List<T> values, int countMax) {
        List<T> left = new ArrayList<>(values);
        List<T> drawn = new ArrayList<>();
        int count = between(1, countMax);
        while (drawn.size() < count && !left.isEmpty()) {
            drawn.add(left.remove(random.nextInt(left.size())));
        }
        return drawn;
    }
}
