package dev.cordon.wire.shape;

import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A JSON value, and where in its document it stands.
///
/// @param holder the object or array that it stands in; empty for the document itself
/// @param step its name or index there
/// @spec https://www.rfc-editor.org/rfc/rfc6901 JSON pointer
public record Place(JsonNode node, Optional<Place> holder, String step) {

    private static final int SHOWN_LENGTH_MAX = 60;

    public static Place of(JsonNode document) {
        return new Place(document, Optional.empty(), "");
    }

    /// Returns what stands under a name of this object.
    public Parsed<Place> member(String name) {
        if (!node.isObject()) {
            return bad("an object");
        }
        return node.optional(name)
                .<Parsed<Place>>map(child -> new Ok<>(new Place(child, Optional.of(this), name)))
                .orElseGet(() -> new Bad<>(where() + ": field `" + name + "` is missing"));
    }

    /// Returns what stands at an index of this array.
    Place element(int index) {
        return new Place(node.path(index), Optional.of(this), Integer.toString(index));
    }

    /// Returns the problem that something else was wanted here.
    public <T> Parsed<T> bad(String wanted) {
        return new Bad<>(where() + ": wanted " + wanted + ", found " + shown());
    }

    String where() {
        return holder.isEmpty() ? "at the top" : "at `" + pointer() + "`";
    }

    private String pointer() {
        return holder.map(around ->
                        around.pointer() + "/" + step.replace("~", "~0").replace("/", "~1"))
                .orElse("");
    }

    private String shown() {
        if (node.isObject()) {
            return "an object";
        }
        if (node.isArray()) {
            return "an array";
        }
        String text = Json.print(node);
        return "`" + (text.length() > SHOWN_LENGTH_MAX ? text.substring(0, SHOWN_LENGTH_MAX) + "…" : text) + "`";
    }
}
