package dev.cordon.conformance.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

    @Test
    void aDocumentHasExactlyOneTitle() {
        assertThat(Documents.headingComplaints(document("# One\n\n# Two\n")))
                .containsExactly("docs/a.md has 2 headings of the first level: give it exactly one, its title");
        assertThat(Documents.headingComplaints(document("## Only a second level\n")))
                .containsExactly("docs/a.md has 0 headings of the first level: give it exactly one, its title");
        assertThat(Documents.headingComplaints(document("# One\n\n```sh\n# a comment\n```\n")))
                .isEmpty();
    }

    @Test
    void linksThatLeadNowhereAreRefused(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("README.md"), "# Read me\n");
        SourceFile document = document("""
                # Links
                [gone](gone.md) [gone too](../lost/b.md#part "a title")
                [up](../README.md) [up, a part](../README.md#read-me) [here](#links) [away](https://example.org/x.md)
                `[code](code.md)`
                ```
                [fenced](fenced.md)
                ```
                [ref]: nowhere.md
                """);
        assertThat(Documents.linkComplaints(document, root))
                .containsExactly(
                        "docs/a.md links to `gone.md`, which is not there: mend or remove the link",
                        "docs/a.md links to `../lost/b.md#part`, which is not there: mend or remove the link",
                        "docs/a.md links to `nowhere.md`, which is not there: mend or remove the link");
    }

    @Test
    void linksToPlacesThatAreNotThereAreRefused(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("docs/b.md"), """
                # Codes, and `more`
                <a id="Invalid.NotFound"></a>
                ## Twice
                ## Twice
                ```
                # not a heading
                ```
                """);
        SourceFile document = document("""
                # Links
                [a](b.md#codes-and-more) [b](b.md#Invalid.NotFound) [c](b.md#twice-1) [d](#links)
                [e](b.md#twice-2) [f](b.md#not-a-heading) [g](#elsewhere)
                """);
        assertThat(Documents.linkComplaints(document, root))
                .containsExactly(
                        "docs/a.md links to `b.md#twice-2`, which is not there: mend or remove the link",
                        "docs/a.md links to `b.md#not-a-heading`, which is not there: mend or remove the link",
                        "docs/a.md links to `#elsewhere`, which is not there: mend or remove the link");
    }

    private static SourceFile document(String text) {
        return new SourceFile("docs/a.md", text);
    }
}
