package dev.cordon.conformance.differential;

import org.junit.jupiter.api.Test;

/// *Engine agrees with spec*: the same verdict and reason, for every generated state and flow, by
/// tables and by clauses.
final class EngineAgreesWithSpecTest {

    private static final Comparison COMPARISON = Comparison.of(Readers.SPEC, Readers.TABLES, Readers.CLAUSES);

    @Test
    void sameVerdictAndReason() {
        Seeds.forEach(100, 24, chance -> COMPARISON.check(new RandomHistories(chance).nextOfFlows(2, 25)));
    }
}
