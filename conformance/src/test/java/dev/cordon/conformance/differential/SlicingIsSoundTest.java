package dev.cordon.conformance.differential;

import org.junit.jupiter.api.Test;

/// *Slicing is sound*: at a host's own ENIs, its view decides as the whole policy does.
final class SlicingIsSoundTest {

    private static final Comparison COMPARISON = Comparison.of(Readers.TABLES, Readers.SLICE);

    @Test
    void viewDecidesAsTheWholeDoes() {
        Seeds.forEach(100, 6, chance -> COMPARISON.check(new RandomHistories(chance).nextOfFlows(2, 6)));
    }
}
