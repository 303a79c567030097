package dev.cordon.conformance.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.ControlPlane;
import dev.cordon.ecs.action.Actions;
import dev.cordon.ecs.action.Desk;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The manual lists what the code has, all of it and nothing else.
class ReferenceTest {

    private static final Path ROOT = SourceTree.root();
    private static final List<SourceFile> FILES = SourceTree.read(ROOT);

    /// What benchmarks are made of limits nobody.
    private static final String BENCHMARKS = "bench/";

    private static final Pattern LIMIT =
            Pattern.compile("static final (?:int|long|Duration) (\\w+_(?:MAX|MIN)(?:_BITS)?) =");

    /// A link to a code stands in every error that is answered in JSON.
    @Test
    void everyErrorCodeIsListedWithItsStatusAndCanBeLinkedTo() {
        SourceFile errors = document("docs/reference/errors.md");
        List<String> codes = ErrorCodes.in(FILES);
        assertThat(Tables.rows(errors).stream().map(row -> row.get(0) + " " + row.get(1)))
                .containsExactlyInAnyOrderElementsOf(codes);
        assertThat(codes)
                .allSatisfy(coded -> assertThat(errors.text()).contains("<a id=\"" + coded.split(" ")[0] + "\"></a>"));
    }

    @Test
    void everyActionIsListed() {
        Desk desk = new Desk(
                ControlPlane.open(new MemoryStore(HistoryLimit.DEFAULT), Quotas.DEFAULT),
                RandomGenerator.getDefault(),
                InstantSource.system(),
                "cn-hangzhou");
        Stream<String> listed = Pattern.compile("^### (\\w+)$", Pattern.MULTILINE)
                .matcher(document("docs/reference/ecs-actions.md").text())
                .results()
                .map(heading -> heading.group(1));
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Actions.all(desk).stream()
                        .map(action -> action.name())
                        .distinct()
                        .toList());
    }

    @Test
    void everyLimitIsListed() {
        assertThat(Tables.rows(document("docs/reference/limits.md")).stream().map(List::getFirst))
                .containsAll(limits());
    }

    @Test
    void everyLimitThatIsListedIsInTheCode() {
        assertThat(Tables.rows(document("docs/reference/limits.md")).stream().map(List::getFirst))
                .allSatisfy(name -> assertThat(FILES).anyMatch(file -> declares(file, name)));
    }

    private static List<String> limits() {
        return FILES.stream()
                .filter(SourceFile::isMainJava)
                .filter(file -> !file.path().startsWith(BENCHMARKS))
                .flatMap(file -> LIMIT.matcher(file.text())
                        .results()
                        .map((MatchResult limit) -> type(file) + "." + limit.group(1)))
                .toList();
    }

    private static boolean declares(SourceFile file, String name) {
        int dot = name.indexOf('.');
        return file.isMainJava()
                && type(file).equals(name.substring(0, Math.max(dot, 0)))
                && Pattern.compile("\\w+ " + name.substring(dot + 1) + " =")
                        .matcher(file.text())
                        .find();
    }

    private static String type(SourceFile file) {
        return file.path().replaceAll(".*/|\\.java", "");
    }

    private static SourceFile document(String path) {
        return FILES.stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " is missing"));
    }
}
