package dev.cordon.cli.lab;

import java.util.random.RandomGenerator;

/// A source of new ids that only counts: the first id ends in 1, the second in 2. So what is made
/// in the same order has the same ids in every run.
final class CountedIds implements RandomGenerator {

    /// As many draws as an id has letters behind its prefix.
    private static final int LETTER_COUNT = 20;

    private long drawn;

    @Override
    public int nextInt(int bound) {
        long number = drawn / LETTER_COUNT + 1;
        long place = LETTER_COUNT - 1 - drawn % LETTER_COUNT;
        drawn++;
        for (long i = 0; i < place; i++) {
            number /= bound;
        }
        return (int) (number % bound);
    }

    @Override
    public long nextLong() {
        throw new UnsupportedOperationException("ids are drawn letter by letter");
    }
}
