package dev.cordon.conformance.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The house rules, over every file of the repository.
class TidyTest {

    private static final Set<String> PURE_FOLDERS = Set.of(
            "model/src/main/",
            "spec/src/main/",
            "engine/src/main/",
            "nft/src/main/",
            "controlplane/src/main/java/dev/cordon/controlplane/command/");

    private static final Path ROOT = SourceTree.root();
    private static final List<SourceFile> FILES = SourceTree.read(ROOT);

    @Test
    void theWholeRepositoryIsRead() {
        assertThat(FILES)
                .extracting(SourceFile::path)
                .contains("cordon", "verify", "pom.xml", "model/pom.xml", ".ci/run", ".mvn/jvm.config")
                .contains("conformance/src/test/java/dev/cordon/conformance/tidy/TidyTest.java");
    }

    @Test
    void roomsAreSmall() {
        assertThat(complaints(SourceFile::isJava, Sizes::complaints)).isEmpty();
        assertThat(Sizes.specComplaints(FILES)).isEmpty();
    }

    @Test
    void nothingForbiddenIsWritten() {
        assertThat(complaints(file -> true, Words::complaints)).isEmpty();
    }

    @Test
    void namesSaySomethingAndTestsAreRun() {
        assertThat(complaints(SourceFile::isJava, Words::nameComplaints)).isEmpty();
    }

    @Test
    void closedSetsAreSwitchedOverCaseByCase() {
        assertThat(complaints(file -> file.isJava() && isPure(file), Words::switchComplaints))
                .isEmpty();
    }

    @Test
    void documentsHaveOneTitle() {
        assertThat(complaints(SourceFile::isMarkdown, Documents::headingComplaints))
                .isEmpty();
    }

    @Test
    void linksLeadSomewhere() {
        assertThat(complaints(SourceFile::isMarkdown, document -> Documents.linkComplaints(document, ROOT)))
                .isEmpty();
    }

    @Test
    void examplesAreComplete() {
        assertThat(Examples.complaints(FILES)).isEmpty();
    }

    private static boolean isPure(SourceFile file) {
        return PURE_FOLDERS.stream().anyMatch(file.path()::startsWith);
    }

    private static List<String> complaints(Predicate<SourceFile> which, Function<SourceFile, List<String>> check) {
        return FILES.stream()
                .filter(which)
                .flatMap(file -> check.apply(file).stream())
                .toList();
    }
}
