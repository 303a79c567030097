package dev.cordon.ecs.schema;

import dev.cordon.wire.Json;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The fields of an object in answers: names, kinds, and where each value comes from.
///
/// Every field is written always, with an empty value if it has no meaning here: clients read
/// fields without asking whether they are there. A field is named by its path:
/// `VpcAttributes.VpcId` is a member of an object, `Tags.Tag` a list within an object, as most
/// actions write it, `Entries` a list without one.
///
/// @param <T> what the object is about
public final class Fields<T> {

    private final List<Field<T>> all;

    /// @param outline one line for each single value, such as `Tags.Tag[].TagKey TEXT`
    private record Field<T>(List<String> outline, BiConsumer<ObjectNode, T> writer) {}

    private Fields(List<Field<T>> all) {
        this.all = all;
    }

    public static <T> Fields<T> none() {
        return new Fields<>(List.of());
    }

    private Fields<T> and(List<String> outline, BiConsumer<ObjectNode, T> writer) {
        return new Fields<>(Stream.concat(all.stream(), Stream.of(new Field<>(outline, writer)))
                .toList());
    }

    private Fields<T> single(String path, Kind kind, Writer<T> writer) {
        Path place = Path.of(path);
        return and(List.of(path + " " + kind), (to, it) -> writer.write(place.object(to), place.last(), it));
    }

    private interface Writer<T> {
        void write(ObjectNode to, String name, T it);
    }

    /// @param value shown as its text
    public Fields<T> text(String path, Function<T, ?> value) {
        return single(
                path, Kind.TEXT, (to, name, it) -> to.put(name, value.apply(it).toString()));
    }

    public Fields<T> number(String path, ToLongFunction<T> value) {
        return single(path, Kind.NUMBER, (to, name, it) -> to.put(name, value.applyAsLong(it)));
    }

    /// A number that is left out where nobody asked for it, because it costs.
    public Fields<T> numberIfAsked(String path, Function<T, OptionalLong> value) {
        return single(path, Kind.NUMBER, (to, name, it) -> value.apply(it).ifPresent(number -> to.put(name, number)));
    }

    public Fields<T> flag(String path, Predicate<T> value) {
        return single(path, Kind.FLAG, (to, name, it) -> to.put(name, value.test(it)));
    }

    /// Texts that have no meaning here.
    public Fields<T> noText(String... paths) {
        return each(paths, (fields, path) -> fields.text(path, it -> ""));
    }

    /// Numbers that have no meaning here.
    public Fields<T> noNumber(String... paths) {
        return each(paths, (fields, path) -> fields.number(path, it -> 0));
    }

    /// Flags that have no meaning here.
    public Fields<T> noFlag(String... paths) {
        return each(paths, (fields, path) -> fields.flag(path, it -> false));
    }

    /// Lists of texts of which there are none here.
    public Fields<T> noTexts(String... paths) {
        return each(paths, (fields, path) -> fields.texts(path, it -> Stream.empty()));
    }

    private Fields<T> each(String[] paths, BiFunction<Fields<T>, String, Fields<T>> more) {
        Fields<T> fields = this;
        for (String path : paths) {
            fields = more.apply(fields, path);
        }
        return fields;
    }

    public Fields<T> texts(String path, Function<T, Stream<?>> values) {
        Path place = Path.of(path);
        return and(List.of(path + "[] " + Kind.TEXT), (to, it) -> {
            ArrayNode list = place.object(to).putArray(place.last());
            values.apply(it).map(Object::toString).forEach(list::add);
        });
    }

    public <E> Fields<T> list(String path, Function<T, Stream<E>> values, Fields<E> entry) {
        Path place = Path.of(path);
        return and(entry.outline().stream().map(line -> path + "[]." + line).toList(), (to, it) -> {
            ArrayNode list = place.object(to).putArray(place.last());
            values.apply(it).forEach(each -> entry.append(list.addObject(), each));
        });
    }

    /// The fields of something else beside these.
    public <E> Fields<T> with(Function<T, E> value, Fields<E> others) {
        return and(others.outline(), (to, it) -> others.append(to, value.apply(it)));
    }

    public ObjectNode write(T it) {
        ObjectNode body = Json.object();
        append(body, it);
        return body;
    }

    private void append(ObjectNode to, T it) {
        all.forEach(field -> field.writer().accept(to, it));
    }

    /// Returns one line for each single value, in the order of writing: its path and its kind, such
    /// as `Tags.Tag[].TagKey TEXT`.
    public List<String> outline() {
        return all.stream().flatMap(field -> field.outline().stream()).toList();
    }

    /// Where a field stands: within objects of these names, the outermost first.
    private record Path(List<String> objects, String last) {

        static Path of(String path) {
            List<String> names = Arrays.asList(path.split("\\."));
            return new Path(List.copyOf(names.subList(0, names.size() - 1)), names.getLast());
        }

        ObjectNode object(ObjectNode top) {
            ObjectNode at = top;
            for (String name : objects) {
                at = at.withObjectProperty(name);
            }
            return at;
        }
    }
}
