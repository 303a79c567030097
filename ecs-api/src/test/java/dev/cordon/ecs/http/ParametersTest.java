package dev.cordon.ecs.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cordon.controlplane.execute.Caller;
import dev.cordon.ecs.error.EcsError;
import dev.cordon.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParametersTest {

    private static Parameters parameters(Map<String, String> values) {
        return Parameters.of(new EcsRequest("request", "Action", Caller.local("key"), new TreeMap<>(values)));
    }

    private static String problem(Parameters parameters) {
        return switch (parameters.then(() -> new EcsResult.Success(Json.object()))) {
            case EcsResult.Failure(EcsError error) -> error.code();
            case EcsResult.Success success -> "good";
        };
    }

    @Test
    void emptyTextCountsAsAbsent() {
        Parameters parameters = parameters(Map.of("Name", ""));
        assertEquals(Optional.empty(), parameters.text("Name"));
        parameters.required("Name");
        assertEquals("MissingParameter", problem(parameters));
    }

    @Test
    void repeatedValuesAreInTheOrderOfTheirNumbersAndGapsAreNoMatter() {
        Parameters parameters = parameters(Map.of("Id.10", "c", "Id.2", "b", "Id.1", "a", "Id.x", "d", "Ids.3", "e"));
        assertEquals(List.of("a", "b", "c"), parameters.repeated("Id"));
    }

    @Test
    void nestedParametersHaveTheirOwnNames() {
        Parameters parameters = parameters(
                Map.of("Tag.1.Key", "k1", "Tag.1.Value", "v1", "Tag.3.Key", "k3", "Tag.2147483648.Key", "x"));
        assertEquals(
                List.of("k1=v1", "k3=-"),
                parameters.nested("Tag").stream()
                        .map(tag -> tag.text("Key").orElse("-") + "="
                                + tag.text("Value").orElse("-"))
                        .toList());
    }

    @Test
    void problemOfANestedReaderIsOneOfTheWhole() {
        Parameters parameters = parameters(Map.of("Tag.1.Value", "v1"));
        parameters.nested("Tag").forEach(tag -> tag.required("Key"));
        parameters.id("Id", text -> text, new EcsError("Later", 400, "later."));
        assertEquals("MissingParameter", problem(parameters));
    }

    static List<Arguments> lists() {
        return List.of(
                arguments("[]", "good", List.of()),
                arguments("[\"a\", \"中\"]", "good", List.of("a", "中")),
                arguments("[\"a\"", "InvalidParameter", List.of()),
                arguments("{\"a\":1}", "InvalidParameter", List.of()),
                arguments("a", "InvalidParameter", List.of()),
                arguments("[".repeat(100_000), "InvalidParameter", List.of()));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void listIsAJsonArray(String text, String problem, List<String> entries) {
        Parameters parameters = parameters(Map.of("Ids", text));
        assertEquals(entries, parameters.textList("Ids").orElse(List.of()));
        assertEquals(problem, problem(parameters));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments("5", 5, "good"),
                arguments("9", 9, "good"),
                arguments("10", 7, "InvalidParameter"),
                arguments("4", 7, "InvalidParameter"),
                arguments("-5", 7, "InvalidParameter"),
                arguments("5.0", 7, "InvalidParameter"),
                arguments("99999999999999999999", 7, "InvalidParameter"),
                arguments("", 7, "good"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numberIsWithinItsLimits(String text, int number, String problem) {
        Parameters parameters = parameters(Map.of("Size", text));
        assertEquals(number, parameters.number("Size", 5, 9, 7));
        assertEquals(problem, problem(parameters));
    }

    @Test
    void truthIsWrittenInAnyCase() {
        assertEquals(true, parameters(Map.of("DryRun", "True")).isTrue("DryRun"));
        assertEquals(false, parameters(Map.of("DryRun", "1")).isTrue("DryRun"));
        assertEquals(false, parameters(Map.of()).isTrue("DryRun"));
    }
}
