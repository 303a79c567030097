package dev.cordon.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RulesetTextTest {

    @Test
    void makesTheTableFromNothing() {
        List<String> lines = RulesetText.of(SampleState.view("eni-2")).lines().toList();
        assertEquals("add table inet cordon", lines.getFirst());
        assertEquals(
                List.of(
                        "add element inet cordon forward_in_by_link { \"guest1\" : jump eni-2/egress }",
                        "add element inet cordon forward_out_by_link { \"guest1\" : jump eni-2/ingress }"),
                lines.stream()
                        .filter(line -> line.contains("guest1") && line.contains("forward"))
                        .toList());
        assertEquals(
                List.of(
                        "add rule inet cordon eni-2/egress/rules goto deny/egress/NO_GROUP comment \"NO_GROUP eni-2\"",
                        "add rule inet cordon eni-2/ingress/rules goto deny/ingress/NO_GROUP comment \"NO_GROUP eni-2\""),
                lines.stream()
                        .filter(line -> line.contains("comment \"NO_GROUP"))
                        .toList());
    }

    @Test
    void jsonHasTheSameCommands() {
        JsonNode json = RulesetText.json(SampleState.view("eni-1"));
        assertEquals(42, json.path("revision").intValue());
        assertEquals(
                RulesetText.of(SampleState.view("eni-1")).lines().toList(),
                json.path("commands").valueStream().map(JsonNode::asString).toList());
    }
}
