package dev.cordon.conformance.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExampleFoldersTest {

    @Test
    void anExampleHasFourFiles() {
        assertThat(Examples.complaints(files("a/README.md", "a/scenario.yaml", "a/verdicts.txt", "a/ruleset.nft")))
                .isEmpty();
        assertThat(Examples.complaints(files("a/README.md", "a/scenario.yaml", "a/ruleset.nft", "a/more.txt")))
                .containsExactly(
                        "examples/a/verdicts.txt is missing: an example has README.md, ruleset.nft, scenario.yaml,"
                                + " verdicts.txt",
                        "examples/a/more.txt is no part of an example: remove it, or move it");
    }

    @Test
    void filesElsewhereAreNoExamples() {
        assertThat(Examples.complaints(List.of(new SourceFile("docs/a.md", ""))))
                .isEmpty();
    }

    @Test
    void theStoryOfAnExampleIsShort() {
        SourceFile story = new SourceFile("examples/a/README.md", "line\n".repeat(16));
        assertThat(Examples.complaints(Stream.concat(
                                Stream.of(story), files("a/scenario.yaml", "a/verdicts.txt", "a/ruleset.nft").stream())
                        .toList()))
                .containsExactly("examples/a/README.md has 16 lines: tell it in 15");
    }

    private static List<SourceFile> files(String... paths) {
        return Stream.of(paths)
                .map(path -> new SourceFile("examples/" + path, ""))
                .toList();
    }
}
