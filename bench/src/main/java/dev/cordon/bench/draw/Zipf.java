package dev.cordon.bench.draw;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws ranks of which the k-th is as likely as one over k to some power.
public final class Zipf {

    private final double[] cumulative;

    /// @param exponent 0 makes all ranks equal; the larger, the more the first ones get
    public Zipf(int rankCount, double exponent) {
        cumulative = new double[rankCount];
        double sum = 0;
        for (int rank = 0; rank < rankCount; rank++) {
            sum += 1 / Math.pow(rank + 1, exponent);
            cumulative[rank] = sum;
        }
    }

    /// Returns a rank from 0 to the count of ranks, which is not among them.
    public int next(RandomGenerator random) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, at);
        return Math.min(found >= 0 ? found + 1 : -found - 1, cumulative.length - 1);
    }
}
