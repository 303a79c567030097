package dev.cordon.ecs.http;

import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.schema.Kind;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Id;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Reads the parameters of one action, and remembers the first that is wrong.
///
/// A reading that fails returns a stand-in, so that an action reads all it needs in plain lines;
/// [#then] sees to it that no stand-in is ever used.
public final class Parameters {

    private final SortedMap<String, String> values;
    private final Problem problem;
    private final BiConsumer<String, Kind> look;

    /// Shared by the readers of nested parameters.
    private static final class Problem {
        private Optional<EcsError> first = Optional.empty();

        void found(EcsError error) {
            first = first.or(() -> Optional.of(error));
        }
    }

    /// @param look told of every name that is read, as it stands in the table of the action
    private Parameters(SortedMap<String, String> values, Problem problem, BiConsumer<String, Kind> look) {
        this.values = values;
        this.problem = problem;
        this.look = look;
    }

    /// Returns parameters of any names.
    public static Parameters of(EcsRequest request) {
        return new Parameters(request.parameters(), new Problem(), (name, kind) -> {});
    }

    /// Returns parameters of which only those are read that the table of the action has.
    public static Parameters of(EcsRequest request, Takes takes) {
        return new Parameters(request.parameters(), new Problem(), takes::look);
    }

    /// Goes on if all readings were good.
    public EcsResult then(Supplier<EcsResult> next) {
        return problem.first.<EcsResult>map(EcsResult.Failure::new).orElseGet(next);
    }

    /// Remembers that something is wrong, unless something was already.
    public void wrong(EcsError error) {
        problem.found(error);
    }

    /// Returns a text; an empty one counts as absent.
    public Optional<String> text(String name) {
        return given(name, Kind.TEXT).filter(value -> !value.isEmpty());
    }

    /// Returns a text as it was given, which may be empty: some clients clear a field so.
    public Optional<String> given(String name) {
        return given(name, Kind.TEXT);
    }

    private Optional<String> given(String name, Kind kind) {
        look.accept(name, kind);
        return Optional.ofNullable(values.get(name));
    }

    private Optional<String> value(String name, Kind kind) {
        return given(name, kind).filter(value -> !value.isEmpty());
    }

    public boolean has(String name) {
        return text(name).isPresent();
    }

    /// Returns a text that must be there; if it is not, the empty text stands in.
    public String required(String name) {
        return text(name).orElseGet(() -> {
            wrong(GeneralErrors.missingParameter(name));
            return "";
        });
    }

    /// Returns what a text means.
    ///
    /// @param wrong the error for a text that means nothing
    public <T> Optional<T> parsed(String name, Function<String, Optional<T>> parser, EcsError wrong) {
        return meant(text(name), parser, wrong);
    }

    private <T> Optional<T> meant(Optional<String> text, Function<String, Optional<T>> parser, EcsError wrong) {
        Optional<T> value = text.flatMap(parser);
        if (text.isPresent() && value.isEmpty()) {
            wrong(wrong);
        }
        return value;
    }

    /// Returns an id that must be there and well-formed; if it is not, another stands in.
    public <T> T id(String name, Function<String, T> make, EcsError malformed) {
        String text = required(name);
        if (!text.isEmpty() && !Id.isWellFormed(text)) {
            wrong(malformed);
        }
        return make.apply(Id.isWellFormed(text) ? text : "stand-in");
    }

    /// Returns a whole number within limits, or `otherwise` if it is absent or wrong.
    public int number(String name, int first, int last, int otherwise) {
        EcsError wrong = GeneralErrors.invalidParameter(name, "a number from " + first + " to " + last);
        return number(name, first, last, wrong).orElse(otherwise);
    }

    /// Returns a whole number within limits.
    ///
    /// @param wrong the error for anything else
    public Optional<Integer> number(String name, int first, int last, EcsError wrong) {
        return meant(
                value(name, Kind.NUMBER),
                text -> text.matches("-?[0-9]{1,9}")
                        ? Optional.of(Integer.parseInt(text)).filter(n -> first <= n && n <= last)
                        : Optional.empty(),
                wrong);
    }

    /// Tells whether a parameter says `true`, in any case of letters.
    public boolean isTrue(String name) {
        return flag(name).orElse(false);
    }

    /// Tells what a parameter says that is `true` or else false, in any case of letters.
    public Optional<Boolean> flag(String name) {
        return value(name, Kind.FLAG).map("true"::equalsIgnoreCase);
    }

    /// Returns the values of `name.1`, `name.2` and so on, in the order of their numbers; gaps are
    /// no matter.
    public List<String> repeated(String name) {
        return nested(name).stream().flatMap(entry -> entry.text("").stream()).toList();
    }

    /// Returns readers of `name.1.X`, `name.2.X` and so on, in the order of their numbers. The
    /// value of `name.1` itself is the one without a name.
    public List<Parameters> nested(String name) {
        Map<Integer, SortedMap<String, String>> byNumber = new TreeMap<>();
        String prefix = name + ".";
        values.tailMap(prefix).forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                String rest = key.substring(prefix.length());
                int dot = rest.indexOf('.');
                String number = dot < 0 ? rest : rest.substring(0, dot);
                if (number.matches("[0-9]{1,6}")) {
                    byNumber.computeIfAbsent(Integer.parseInt(number), n -> new TreeMap<>())
                            .put(dot < 0 ? "" : rest.substring(dot + 1), value);
                }
            }
        });
        return byNumber.values().stream()
                .map(entry -> new Parameters(entry, problem, (inner, kind) -> look.accept(path(name, inner), kind)))
                .toList();
    }

    private static String path(String list, String inner) {
        return inner.isEmpty() ? list + ".N" : list + ".N." + inner;
    }

    /// Returns the entries of a JSON list of texts, such as `["sg-1"]`.
    public Optional<List<String>> textList(String name) {
        EcsError wrong = GeneralErrors.invalidParameter(name, "a JSON array of strings");
        return parsed(name, Parameters::readTexts, wrong);
    }

    private static Optional<List<String>> readTexts(String text) {
        return switch (Json.parse(text)) {
            case Parsed.Bad<JsonNode> bad -> Optional.empty();
            case Parsed.Ok<JsonNode>(JsonNode node) -> {
                List<String> texts = new ArrayList<>();
                node.forEach(entry -> texts.add(entry.asString("")));
                yield node.isArray() ? Optional.of(texts) : Optional.empty();
            }
        };
    }
}
