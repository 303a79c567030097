package dev.cordon.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.wire.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class FlatParametersTest {

    private static ObjectNode json(String text) {
        return Json.parse(text).orElseThrow().asObject();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
    {}                                             | {}
    {'A': 'x'}                                     | {A=x}
    {'A': 7, 'B': true}                            | {A=7, B=true}
    {'A': ['x', 'y']}                              | {A.1=x, A.2=y}
    {'A': {'B': {'C': 'x'}}}                       | {A.B.C=x}
    {'P': [{'Port': '1/2'}, {'Port': '3/4'}]}      | {P.1.Port=1/2, P.2.Port=3/4}
    {'A': [], 'B': {}}                             | {}
    """)
    void namesEachValueByItsPlace(String nested, String flat) {
        assertEquals(
                flat,
                FlatParameters.of(json(nested.replace('\'', '"')), (name, value) -> value)
                        .toString());
    }

    @Test
    void aValueMayStandForAnother() {
        Map<String, String> meanings = Map.of("Permissions.1.SourceCidrIp=ECS1", "192.0.2.7/32");
        assertEquals(
                Map.of("Permissions.1.SourceCidrIp", "192.0.2.7/32", "SecurityGroupId", "ECS1"),
                FlatParameters.of(
                        json("{\"SecurityGroupId\": \"ECS1\", \"Permissions\": [{\"SourceCidrIp\": \"ECS1\"}]}"),
                        (name, value) -> meanings.getOrDefault(name + "=" + value, value)));
    }
}
