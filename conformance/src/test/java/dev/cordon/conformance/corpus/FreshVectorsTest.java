package dev.cordon.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.cordon.cli.vector.VectorReport;
import dev.cordon.cli.vector.generate.VectorGenerator;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Vectors that `cordon conformance --generate` writes.
final class FreshVectorsTest {

    private static final int COUNT = 400;

    private final long seed = System.nanoTime();

    @Test
    void everyReaderSaysWhatTheSpecSaid() {
        System.out.println("seed " + seed);
        VectorReport report = VectorReport.empty().and(VectorGenerator.file(COUNT, seed));
        assertThat(report.failures()).as("seed %d", seed).isEmpty();
        assertEquals(COUNT, report.passed());
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertEquals(Json.print(VectorGenerator.file(COUNT, seed)), Json.print(VectorGenerator.file(COUNT, seed)));
        assertNotEquals(
                Json.print(VectorGenerator.file(COUNT, seed)), Json.print(VectorGenerator.file(COUNT, seed + 1)));
    }

    @Test
    void allFourKindsAreWritten() {
        Set<String> kinds = VectorGenerator.file(COUNT, seed)
                .path("vectors")
                .valueStream()
                .map(vector -> vector.path("kind").asString())
                .collect(Collectors.toSet());
        assertEquals(Set.of("decide", "connected", "pair", "session"), kinds);
    }

    /// A file that is read back says the same as the one that was written.
    @Test
    void writtenTextIsReadBack() {
        JsonNode file = VectorGenerator.file(COUNT, seed);
        assertEquals(new Parsed.Ok<>(file), Json.parse(Json.printPretty(file)));
    }
}
