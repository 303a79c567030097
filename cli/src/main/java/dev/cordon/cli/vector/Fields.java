package dev.cordon.cli.vector;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads fields that must be there, and says which one is not.
final class Fields {

    private Fields() {}

    static String text(JsonNode node, String name) {
        JsonNode field = node.path(name);
        if (!field.isValueNode()) {
            throw new UnreadableVectorException("no field `" + name + "`");
        }
        return field.asString();
    }

    static int number(JsonNode node, String name) {
        JsonNode field = node.path(name);
        if (!field.isIntegralNumber()) {
            throw new UnreadableVectorException("no number `" + name + "`");
        }
        return field.asInt();
    }

    /// Returns the entries of a list; none if the field is absent.
    static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(entry -> texts.add(entry.asString()));
        return texts;
    }
}
