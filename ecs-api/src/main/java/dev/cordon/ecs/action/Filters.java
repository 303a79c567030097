package dev.cordon.ecs.action;

import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.Labels;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Which objects a description is about: those that every filter lets through. A filter that is not
/// given lets everything through.
final class Filters<T> {

    private final Parameters parameters;
    private Predicate<T> all = item -> true;
    private Optional<Set<String>> ids = Optional.empty();

    Filters(Parameters parameters) {
        this.parameters = parameters;
    }

    /// Asks for one of the ids, if there are any. Asked for twice, both must hold.
    Filters<T> ids(List<String> wanted) {
        if (!wanted.isEmpty()) {
            Set<String> both = new TreeSet<>(wanted);
            ids.ifPresent(both::retainAll);
            ids = Optional.of(both);
        }
        return this;
    }

    /// Asks for the id that is the value of the parameter.
    Filters<T> id(String name) {
        return ids(parameters.text(name).stream().toList());
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

    /// Asks for tags and a resource group.
    Filters<T> labels(Function<T, Labels> labels) {
        return tags(labels).is("ResourceGroupId", item -> labels.apply(item).resourceGroup());
    }

    /// Asks for tags. One without a value may have any.
    Filters<T> tags(Function<T, Labels> labels) {
        for (Parameters tag : parameters.nested("Tag")) {
            String key = tag.text("Key").orElse("");
            Predicate<String> fits = tag.text("Value")
                    .<Predicate<String>>map(wanted -> wanted::equals)
                    .orElse(any -> true);
            all = all.and(item ->
                    Stream.ofNullable(labels.apply(item).tags().get(key)).anyMatch(fits));
        }
        return this;
    }

    /// Returns what passes. Ids that are asked for are looked up, so that the many other objects
    /// cost nothing.
    ///
    /// @param items every object
    /// @param find the object of an id
    Stream<T> apply(Supplier<Stream<T>> items, Function<String, Optional<T>> find) {
        return ids.map(wanted -> wanted.stream().filter(Id::isWellFormed).flatMap(id -> find.apply(id).stream()))
                .orElseGet(items)
                .filter(all);
    }
}
