package dev.cordon.cli.lab;

import dev.cordon.cli.CliException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A part of a YAML document that knows where it is, such as `acts[2].calls[1]`, counted from one.
///
/// @param place empty for the document itself
record Placed(String source, String place, JsonNode node) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// @param source what to call the document in messages
    static Placed document(String source, String yaml) {
        try {
            return new Placed(source, "", YAML.readTree(yaml));
        } catch (JacksonException malformed) {
            throw new CliException("scenario `" + source + "` is not YAML: " + problem(malformed), malformed);
        }
    }

    /// The reader's message quotes the file over several indented lines; the lines between say what
    /// is wrong.
    private static String problem(JacksonException malformed) {
        String words = malformed
                .getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(": "));
        return Optional.ofNullable(malformed.getLocation())
                .map(at -> words + ", at line " + at.getLineNr() + ", column " + at.getColumnNr())
                .orElse(words);
    }

    boolean has(String name) {
        return node.has(name);
    }

    /// Returns a member that has to be there.
    Placed member(String name) {
        return optional(name).orElseThrow(() -> at(name).wrong("missing"));
    }

    Optional<Placed> optional(String name) {
        return node.has(name) ? Optional.of(at(name)) : Optional.empty();
    }

    /// Returns the members of a map, in the order of the file.
    List<Placed> members() {
        if (!node.isObject()) {
            throw wrong("not a map");
        }
        return node.propertyNames().stream().map(this::at).toList();
    }

    /// Returns the entries of a list.
    List<Placed> entries() {
        if (!node.isArray()) {
            throw wrong("not a list");
        }
        List<Placed> entries = new ArrayList<>();
        for (JsonNode entry : node) {
            entries.add(new Placed(source, place + "[" + (entries.size() + 1) + "]", entry));
        }
        return entries;
    }

    /// Returns the entries of a member that is a list, none if there is no such member.
    List<Placed> entries(String name) {
        return optional(name).map(Placed::entries).orElse(List.of());
    }

    /// Returns the name under which this is a member.
    String name() {
        return place.substring(place.lastIndexOf('.') + 1);
    }

    String text() {
        if (!node.isValueNode() || node.isNull()) {
            throw wrong("not a text");
        }
        return node.asString();
    }

    int number(int first, int last) {
        if (!node.isInt() || node.intValue() < first || node.intValue() > last) {
            throw wrong("not a number from " + first + " to " + last);
        }
        return node.intValue();
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        List<E> choices = List.of(type.getEnumConstants());
        return choices.stream()
                .filter(choice -> words(choice).equals(text()))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "not one of " + choices.stream().map(Placed::words).toList()));
    }

    private static String words(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /// Refuses members that nobody would read: most of them are misspelt.
    Placed onlyWith(String... names) {
        Set<String> known = Set.of(names);
        for (Placed member : members()) {
            if (!known.contains(member.name())) {
                throw member.wrong("unknown here; known are " + List.of(names));
            }
        }
        return this;
    }

    private Placed at(String name) {
        return new Placed(source, place.isEmpty() ? name : place + "." + name, node.path(name));
    }

    CliException wrong(String problem) {
        String found = node.isValueNode() && !node.isNull() ? ", but `" + node.asString() + "`" : "";
        return new CliException(
                "scenario `" + source + "`, `" + (place.isEmpty() ? "the document" : place) + "`: " + problem + found);
    }
}
