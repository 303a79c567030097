package dev.cordon.conformance.corpus;

import dev.cordon.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The vector files that are kept.
final class CorpusFiles {

    /// The semantics' own, and what they leave out.
    static final List<String> WRITTEN = List.of("vectors.json", "more-vectors.json");

    private CorpusFiles() {}

    /// Returns all files: those that were written, and in `found` those that readers once disagreed
    /// on.
    static List<JsonNode> all() {
        return Stream.concat(WRITTEN.stream().map(CorpusFiles::read), found().stream())
                .toList();
    }

    static List<JsonNode> found() {
        try (Stream<Path> files = Files.list(path("found"))) {
            return files.sorted().map(CorpusFiles::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode read(String name) {
        return read(path(name));
    }

    private static JsonNode read(Path file) {
        try {
            return Json.parse(Files.readString(file)).orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(Objects.requireNonNull(CorpusFiles.class.getResource("/corpus/" + name))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
