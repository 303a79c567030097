package dev.cordon.wire.shape;

import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.StringNode;

/// The fields of one object, taken one by one.
///
/// Remembers the first problem, so that a reader takes all its fields in plain lines and only then
/// makes its value.
public final class Fields {

    private final Place object;
    private final Set<String> taken = new HashSet<>();
    private Optional<String> firstProblem = Optional.empty();

    Fields(Place object) {
        this.object = object;
    }

    /// Takes a field that must be there. What is returned is called only if all fields are good.
    public <T> Supplier<T> take(String name, Shape<T> shape) {
        taken.add(name);
        Parsed<T> parsed = object.member(name).then(shape::read);
        switch (parsed) {
            case Ok<T> ok -> {}
            case Bad<T>(String problem) -> refuse(problem);
        }
        return parsed::orElseThrow;
    }

    /// Takes a field that is written only where it says something else than `otherwise`.
    ///
    /// This is how a form grows: what was written before the field was known reads as before, and
    /// an object still has one text.
    public <T> Supplier<T> takeOr(String name, Shape<T> shape, T otherwise) {
        if (!object.node().has(name)) {
            return () -> otherwise;
        }
        Supplier<T> taken = take(name, shape);
        if (firstProblem.isEmpty() && taken.get().equals(otherwise)) {
            refuse(object.where() + ": field `" + name + "` says what is so without it");
        }
        return taken;
    }

    private void refuse(String problem) {
        firstProblem = Optional.of(firstProblem.orElse(problem));
    }

    /// Problems are one line, whatever others write.
    private static String escaped(String name) {
        String quoted = Json.print(StringNode.valueOf(name));
        return quoted.substring(1, quoted.length() - 1);
    }

    /// Makes the value, unless there was a problem or there is a field that was not taken.
    ///
    /// What the fields cannot say alone, the types of the model say when they are made; they refuse
    /// with an [IllegalArgumentException], and this is where it becomes a value.
    <T> Parsed<T> made(Supplier<? extends T> maker) {
        for (String name : object.node().propertyNames()) {
            if (!taken.contains(name)) {
                refuse(object.where() + ": unknown field `" + escaped(name) + "`");
            }
        }
        if (firstProblem.isPresent()) {
            return new Bad<>(firstProblem.get());
        }
        try {
            return new Ok<>(maker.get());
        } catch (IllegalArgumentException e) {
            return new Bad<>(object.where() + ": " + e.getMessage());
        }
    }
}
