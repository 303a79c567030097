package dev.cordon.ecs.action;

import dev.cordon.ecs.http.Parameters;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which objects a description is about: those that every filter lets through. A filter that is not
/// given lets everything through.
final class Filters<T> {

    private final Parameters parameters;
    private Predicate<T> all = item -> true;

    Filters(Parameters parameters) {
        this.parameters = parameters;
    }

    /// Asks that a field be the value of the parameter.
    Filters<T> is(String name, Function<T, ?> field) {
        return has(name, item -> Stream.of(field.apply(item)));
    }

    /// Asks that one of the field's values be that of the parameter.
    Filters<T> has(String name, Function<T, Stream<?>> field) {
        return oneOf(parameters.text(name).stream().toList(), field);
    }

    /// Asks that one of the field's values be among those wanted, if any are.
    Filters<T> oneOf(List<String> wanted, Function<T, Stream<?>> field) {
        if (!wanted.isEmpty()) {
            all = all.and(item -> field.apply(item).map(Object::toString).anyMatch(wanted::contains));
        }
        return this;
    }

    /// Asks for tags and a resource group. No object has any yet, so whoever asks finds none.
    Filters<T> labels() {
        if (!parameters.nested("Tag").isEmpty() || parameters.has("ResourceGroupId")) {
            all = item -> false;
        }
        return this;
    }

    Stream<T> apply(Stream<T> items) {
        return items.filter(all);
    }
}
