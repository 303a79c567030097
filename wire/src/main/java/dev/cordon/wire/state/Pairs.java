package dev.cordon.wire.state;

import dev.cordon.wire.Parsed.Ok;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// Texts by key, as a list of pairs in the order of the keys. It is left out where it is empty.
final class Pairs {

    private Pairs() {}

    static <K extends Comparable<K>> void append(ObjectNode to, String name, Map<K, String> texts) {
        append(to, name, texts, Object::toString);
    }

    static <K extends Comparable<K>> void append(
            ObjectNode to, String name, Map<K, String> texts, Function<K, String> key) {
        if (!texts.isEmpty()) {
            var pairs = to.putArray(name);
            new TreeMap<>(texts)
                    .forEach((each, text) ->
                            pairs.addObject().put("key", key.apply(each)).put("text", text));
        }
    }

    static <K extends Comparable<K>> Shape<Map<K, String>> of(Shape<K> key) {
        Shape<List<Map.Entry<K, String>>> pairs = Shape.listOf(Shape.object(in -> take(in, key)));
        return place -> pairs.read(place).then(read -> {
            TreeMap<K, String> texts = new TreeMap<>();
            read.forEach(pair -> texts.put(pair.getKey(), pair.getValue()));
            return List.copyOf(texts.entrySet()).equals(read)
                    ? new Ok<>(texts)
                    : place.bad("pairs in the order of their keys, each key once");
        });
    }

    private static <K> Supplier<Map.Entry<K, String>> take(Fields in, Shape<K> key) {
        var each = in.take("key", key);
        var text = in.take("text", Values.TEXT);
        return () -> Map.entry(each.get(), text.get());
    }
}
