package dev.cordon.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.cli.vector.Runner.Failure;
import dev.cordon.cli.vector.VectorReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The vectors of the semantics, through every reader that their kind has.
final class VectorsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TestFactory
    Stream<DynamicTest> everyReaderSaysWhatIsExpected() {
        return CorpusFiles.all().stream()
                .flatMap(corpus -> corpus.path("vectors")
                        .valueStream()
                        .map(vector -> DynamicTest.dynamicTest(
                                vector.path("id").asString() + " "
                                        + vector.path("title").asString(),
                                () -> assertThat(run(corpus, vector).failures()).isEmpty())));
    }

    /// A runner that passes everything would be no test.
    @TestFactory
    Stream<DynamicTest> noReaderSaysTheContrary() {
        JsonNode corpus = CorpusFiles.read("vectors.json");
        return corpus.path("vectors")
                .valueStream()
                .filter(vector -> vector.path("kind").asString().equals("decide"))
                .map(vector -> DynamicTest.dynamicTest(vector.path("id").asString(), () -> {
                    ObjectNode wrong = (ObjectNode) vector.deepCopy();
                    boolean accept =
                            vector.path("expect").path("verdict").asString().equals("ACCEPT");
                    wrong.withObject("expect").put("verdict", accept ? "DROP" : "ACCEPT");
                    assertEquals(
                            List.of("spec", "engine"),
                            run(corpus, wrong).failures().stream()
                                    .map(Failure::reader)
                                    .toList());
                }));
    }

    @Test
    void aVectorThatCannotBeReadHasFailed() {
        JsonNode vector = JSON.createObjectNode().put("id", "Z1").put("kind", "haruspicy");
        VectorReport report = run(JSON.createObjectNode(), vector);
        assertEquals(
                new VectorReport(
                        0,
                        List.of(new Failure(
                                "Z1", "", "-", "cannot be read: unknown kind `haruspicy`", "a vector of this format")),
                        1),
                report);
    }

    private static VectorReport run(JsonNode corpus, JsonNode vector) {
        ObjectNode alone = JSON.createObjectNode();
        alone.set("profiles", corpus.path("profiles").deepCopy());
        alone.putArray("vectors").add(vector);
        return VectorReport.empty().and(alone);
    }
}
