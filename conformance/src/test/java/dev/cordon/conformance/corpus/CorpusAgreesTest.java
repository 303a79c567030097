package dev.cordon.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.conformance.differential.CaseForm;
import dev.cordon.conformance.differential.Comparison;
import dev.cordon.conformance.differential.History;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// The kept cases of packets, through every reader that there is, and not only those that a user
/// can run: tables, clauses, slices, lowered rules, analysis, sessions.
final class CorpusAgreesTest {

    @TestFactory
    Stream<DynamicTest> everyReaderSaysWhatTheSpecSays() {
        return CorpusFiles.all().stream()
                .flatMap(file -> file.path("vectors")
                        .valueStream()
                        .filter(CorpusAgreesTest::isHistory)
                        .map(vector -> DynamicTest.dynamicTest(
                                vector.path("id").asString() + " "
                                        + vector.path("title").asString(),
                                () -> check(CaseForm.read(file.path("profiles"), vector)))));
    }

    private static void check(History history) {
        for (Comparison comparison : Comparison.ALL) {
            assertThat(comparison.disagreement(history)).isEmpty();
        }
    }

    /// Packets that a step sends from one ENI to another are written in another way.
    private static boolean isHistory(JsonNode vector) {
        String kind = vector.path("kind").asString();
        boolean sends = vector.path("steps")
                .valueStream()
                .anyMatch(step -> step.path("op").asString().equals("send"));
        return kind.equals("decide") || kind.equals("session") && !sends;
    }

    @Test
    void everyFoundCaseIsToldApartAndIsAHistory() {
        assertThat(CorpusFiles.found()).isNotEmpty().allSatisfy(file -> {
            assertThat(file.path("description").asString()).isNotEmpty();
            assertThat(file.path("vectors")).isNotEmpty().allSatisfy(vector -> {
                assertThat(vector.path("id").asString()).startsWith("F");
                assertThat(vector.path("title").asString()).isNotEmpty();
                assertThat(isHistory(vector)).isTrue();
            });
        });
    }
}
