package dev.cordon.cli.lab;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Nested parameters as the API writes them: `Permissions.1.PortRange`.
public final class FlatParameters {

    private FlatParameters() {}

    /// @param meant what a text stands for, given the name of its parameter and the text
    public static SortedMap<String, String> of(ObjectNode parameters, BinaryOperator<String> meant) {
        SortedMap<String, String> flat = new TreeMap<>();
        parameters.propertyStream().forEach(field -> add(flat, field.getKey(), field.getValue()));
        flat.replaceAll(meant);
        return flat;
    }

    private static void add(SortedMap<String, String> flat, String name, JsonNode value) {
        if (value.isObject()) {
            value.propertyStream().forEach(field -> add(flat, name + "." + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            int index = 1;
            for (JsonNode entry : value) {
                add(flat, name + "." + index++, entry);
            }
        } else {
            flat.put(name, value.asString());
        }
    }
}
