package dev.cordon.cli.vector.form;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads fields that must be there, and says which one is not.
public final class Fields {

    private Fields() {}

    public static String text(JsonNode node, String name) {
        JsonNode field = node.path(name);
        if (!field.isValueNode() || field.isNull()) {
            throw new UnreadableVectorException("no field `" + name + "`");
        }
        return field.asString();
    }

    public static int number(JsonNode node, String name) {
        JsonNode field = node.path(name);
        if (!field.isIntegralNumber() || !field.canConvertToInt()) {
            throw new UnreadableVectorException("no number `" + name + "`");
        }
        return field.asInt();
    }

    /// Returns the entries of a list; none if the field is absent.
    public static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(entry -> texts.add(entry.asString()));
        return texts;
    }
}
