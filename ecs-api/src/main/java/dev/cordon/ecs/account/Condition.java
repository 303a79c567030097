package dev.cordon.ecs.account;

import dev.cordon.ecs.account.Circumstances.Key;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// One comparison that a statement waits for.
///
/// @param values of which one is to fit, or none, as the operator says
record Condition(Operator operator, Key key, List<String> values) {

    Condition {
        values = List.copyOf(values);
    }

    /// Tells whether it holds; nothing if what it asks about is not known.
    Optional<Boolean> holds(Circumstances circumstances) {
        return circumstances.fact(key).map(fact -> operator.holds(fact, values));
    }

    /// Reads a block of conditions. What is not known is refused by its name: left out, it would
    /// allow more or deny less than was meant.
    static Parsed<List<Condition>> read(JsonNode block) {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operator : block.properties()) {
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                switch (read(operator.getKey(), key.getKey(), PolicyDocument.texts(key.getValue()))) {
                    case Ok<Condition>(Condition condition) -> conditions.add(condition);
                    case Bad<Condition>(String problem) -> {
                        return new Bad<>(problem);
                    }
                }
            }
            if (operator.getValue().isEmpty()) {
                return new Bad<>("condition `" + operator.getKey() + "` asks for nothing");
            }
        }
        return conditions.isEmpty() ? new Bad<>("`Condition` is a block of operators") : new Ok<>(conditions);
    }

    private static Parsed<Condition> read(String operator, String key, List<String> values) {
        Optional<Operator> known = Operator.of(operator);
        if (known.isEmpty()) {
            return new Bad<>("no condition operator `" + operator + "`; there are " + Operator.words());
        }
        Optional<Key> asked = Arrays.stream(Key.values())
                .filter(each -> each.word().equalsIgnoreCase(key))
                .findFirst();
        if (asked.isEmpty()) {
            return new Bad<>("no condition key `" + key + "`; there are "
                    + Arrays.stream(Key.values()).map(Key::word).collect(Collectors.joining(", ")));
        }
        boolean isFit = known.get().isAbout(asked.get())
                && !values.isEmpty()
                && values.stream().allMatch(known.get()::takes);
        return isFit
                ? new Ok<>(new Condition(known.get(), asked.get(), values))
                : new Bad<>("condition `" + operator + "` does not compare `" + key + "` with " + values);
    }
}
