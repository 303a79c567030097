package dev.cordon.conformance.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// What targets make of the bytes that they are given, and ask of what is read from them.
final class Fuzzed {

    private Fuzzed() {}

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Hands over a JSON value, if the bytes are one.
    static void json(byte[] bytes, Consumer<JsonNode> use) {
        if (Json.parse(text(bytes)) instanceof Parsed.Ok<JsonNode>(JsonNode node)) {
            use.accept(node);
        }
    }

    /// Checks that a value is read back as it is written.
    static <T, W> void isReadBack(Parsed<T> parsed, Function<T, W> write, Function<W, Parsed<T>> read) {
        if (parsed instanceof Parsed.Ok<T>(T value)) {
            assertEquals(parsed, read.apply(write.apply(value)));
        }
    }
}
