package dev.cordon.ecs.action;

import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lists as this API writes them: an object with one member, which is the list.
///
/// The wrapper is there even if the list is empty: clients rely on it.
final class Wrapped {

    private Wrapped() {}

    static void list(ObjectNode to, String wrapper, String name, Stream<ObjectNode> entries) {
        ArrayNode list = to.putObject(wrapper).putArray(name);
        entries.forEach(list::add);
    }

    static void texts(ObjectNode to, String wrapper, String name, Stream<?> entries) {
        ArrayNode list = to.putObject(wrapper).putArray(name);
        entries.map(Object::toString).forEach(list::add);
    }
}
