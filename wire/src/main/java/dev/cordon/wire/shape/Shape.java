package dev.cordon.wire.shape;

import dev.cordon.wire.Parsed;
import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// How a value of type `T` is read from JSON. Never throws on bad input.
@FunctionalInterface
public interface Shape<T> {

    Parsed<T> read(Place place);

    default Parsed<T> read(JsonNode document) {
        return read(Place.of(document));
    }

    /// Returns the shape of an object with exactly the fields that are taken.
    ///
    /// @param fields takes them, and returns how the value is made once all of them are good
    static <T> Shape<T> object(Function<Fields, Supplier<? extends T>> fields) {
        return place -> {
            if (!place.node().isObject()) {
                return place.bad("an object");
            }
            Fields in = new Fields(place);
            Supplier<? extends T> made = fields.apply(in);
            return in.made(made);
        };
    }

    static <T> Shape<List<T>> listOf(Shape<T> element) {
        return place -> place.node().isArray() ? elements(element, place) : place.bad("an array");
    }

    private static <T> Parsed<List<T>> elements(Shape<T> element, Place array) {
        List<T> values = new ArrayList<>();
        for (int i = 0; i < array.node().size(); i++) {
            switch (element.read(array.element(i))) {
                case Ok<T>(T value) -> values.add(value);
                case Bad<T>(String problem) -> {
                    return new Bad<>(problem);
                }
            }
        }
        return new Ok<>(List.copyOf(values));
    }

    /// Returns the shape of an object whose one field says which case it is.
    static <T> Shape<T> oneOf(List<Case<T>> cases) {
        List<String> names = cases.stream().map(Case::name).toList();
        return place -> {
            Optional<Case<T>> found = cases.stream()
                    .filter(each -> place.node().size() == 1 && place.node().has(each.name()))
                    .findFirst();
            return found.isEmpty()
                    ? place.bad("an object with one field of `" + String.join("`, `", names) + "`")
                    : place.member(found.get().name()).then(found.get().shape()::read);
        };
    }

    /// Returns the shape of what is a text in the plain case, and something else otherwise.
    static <T> Shape<T> textOr(Shape<T> text, Shape<T> other) {
        return place -> (place.node().isString() ? text : other).read(place);
    }

    /// One case of [#oneOf].
    record Case<T>(String name, Shape<T> shape) {

        /// @param from makes the case of its content
        public static <C, T> Case<T> of(String name, Shape<C> content, Function<C, T> from) {
            return new Case<>(name, place -> content.read(place).then(value -> new Ok<>(from.apply(value))));
        }
    }
}
