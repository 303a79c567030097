package dev.cordon.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class JsonTest {

    private static final Parsed<JsonNode> BEYOND = new Bad<>("json beyond a limit of size or depth");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"b\":[true,null,\"10.0.0.0/8\"],\"c\":{}}",
                "\"安全组 🛡 é\"",
                "\"\\\"\\\\\\n\\t\\u0000\"",
                "-7",
                "1.0",
                "1E+400",
                "0.1000000000000000055",
            })
    void printsWhatItParsed(String text) {
        assertEquals(text, Json.print(Json.parse(text).orElseThrow()));
    }

    @Test
    void prettyTextHasOneMemberALine() {
        assertEquals(
                """
            {
              "a": [
                1,
                "x"
              ],
              "b": {},
              "c": []
            }
            """,
                Json.printPretty(
                        Json.parse("{\"a\":[1,\"x\"],\"b\":{},\"c\":[]}").orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
        TEXT                 | LINE | COLUMN
        {                    | 1    | 2
        {"a":1,}             | 1    | 8
        {"a":1,"a":2}        | 1    | 12
        {"a":1} {}           | 1    | 9
        [1 2]                | 1    | 4
        {'a':1}              | 1    | 2
        {a:1}                | 1    | 2
        [01]                 | 1    | 3
        [.5]                 | 1    | 2
        [NaN]                | 1    | 5
        // no                | 1    | 1
        """)
    void refusesWhatIsNotJson(String text, int line, int column) {
        assertEquals(
                new Bad<>("not json, or a name twice in one object, at line " + line + ", column " + column),
                Json.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void refusesNoJson(String text) {
        assertEquals(new Bad<>("no json"), Json.parse(text));
    }

    @Test
    void refusesWhatIsTooDeep() {
        String deepest = "[".repeat(Json.DEPTH_MAX) + "]".repeat(Json.DEPTH_MAX);
        assertEquals(deepest, Json.print(Json.parse(deepest).orElseThrow()));
        assertEquals(BEYOND, Json.parse("[" + deepest + "]"));
    }

    @Test
    void refusesWhatIsTooLong() {
        String number = "1".repeat(33);
        assertEquals(BEYOND, Json.parse(number + " "));
        String string = "\"" + "x".repeat(65_536) + "\"";
        assertEquals(string, Json.print(Json.parse(string).orElseThrow()));
        assertEquals(BEYOND, Json.parse(string.replace("\"x", "\"xx")));
        String name = "{\"" + "x".repeat(256) + "\":1}";
        assertEquals(name, Json.print(Json.parse(name).orElseThrow()));
        assertEquals(BEYOND, Json.parse(name.replace("\"x", "\"xx")));
    }

    @Test
    void aProblemStaysAndAValueIsReadOn() {
        assertEquals(new Ok<>(5), new Ok<>(2).then(value -> new Ok<>(value + 3)));
        assertEquals(new Bad<>("first"), new Bad<Integer>("first").then(value -> new Bad<>("second")));
    }
}
