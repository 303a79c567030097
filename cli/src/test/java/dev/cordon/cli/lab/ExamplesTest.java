package dev.cordon.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every folder of `examples` says what policy says: its tables and its ruleset are golden files.
///
/// Where a difference is meant, the files are written anew with
/// `mvn -pl cli -am test -Dcordon.golden=write`, and the difference is read in review. Real packets
/// go through the same scenarios in `ExamplesNetnsTest`.
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final boolean WRITES = "write".equals(System.getProperty("cordon.golden"));

    static List<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(examples()).extracting(Path::getFileName).contains(Path.of("01-three-instances"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void policySaysWhatTheScenarioExpects(Path example) {
        assertThat(rehearsal(example).surprises()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theTablesAreThoseInTheFolder(Path example) throws IOException {
        check(example.resolve("verdicts.txt"), rehearsal(example).verdicts());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theRulesetIsTheOneInTheFolder(Path example) throws IOException {
        check(example.resolve("ruleset.nft"), rehearsal(example).ruleset());
    }

    private static Rehearsal rehearsal(Path example) {
        return Rehearsal.of(ScenarioFile.read(example.resolve("scenario.yaml")));
    }

    private static void check(Path golden, String actual) throws IOException {
        if (WRITES) {
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden), actual, () -> "differs from " + golden);
    }
}
