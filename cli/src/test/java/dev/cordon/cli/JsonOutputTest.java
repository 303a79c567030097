package dev.cordon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.cli.node.Node;
import dev.cordon.wire.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// With `-o json` every command prints one JSON value with the fields that the manual names.
class JsonOutputTest {

    private static final String STATE = "src/test/resources/look/state.json";

    private static Ended offline(String... arguments) {
        return Ended.of(Stream.concat(Stream.of(arguments), Stream.of("--state", STATE, "-o", "json"))
                .toArray(String[]::new));
    }

    private static JsonNode parsed(String text) {
        return Json.parse(text.replace('\'', '"')).orElseThrow();
    }

    private static List<String> fields(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    @Test
    void explainTellsBothSides() {
        Ended ended = offline("explain", "--from", "eni-2", "--to", "eni-1", "--port", "22");
        assertEquals(1, ended.exitCode());
        assertEquals(parsed("""
                {'disposition': 'DENIED_OUT',
                 'egress': {'verdict': 'DROP', 'stage': 'NO_GROUP', 'text': 'eni-2 is in no group; closed'},
                 'ingress': {'verdict': 'DROP', 'stage': 'DEFAULT_DROP',
                             'text': 'no rule matches; ingress drops by default'}}
                """), ended.json());
    }

    /// An address outside has no side of its own.
    @Test
    void explainNamesGroupAndRule() {
        Ended ended = offline("explain", "--from", "2001:db8:7::1", "--to", "eni-1", "--protocol", "132");
        assertEquals(0, ended.exitCode());
        assertEquals(parsed("""
                {'disposition': 'DELIVERED',
                 'ingress': {'verdict': 'ACCEPT', 'stage': 'CUSTOM', 'group': 'sg-bastion', 'rule': 'sgr-3',
                             'text': 'rule sgr-3 of group sg-bastion (priority 110) accepts'}}
                """), ended.json());
    }

    @Test
    void showStateIsWhatStateReads() {
        JsonNode shown = offline("show", "state").json();
        assertEquals(
                List.of(
                        "v",
                        "revision",
                        "vpcs",
                        "vSwitches",
                        "prefixLists",
                        "portLists",
                        "groups",
                        "instances",
                        "enis"),
                fields(shown));
        assertEquals(42, shown.path("revision").intValue());
    }

    @Test
    void showViewHasClausesInOrderForEachEni() {
        JsonNode view = offline("show", "view", "eni-2").json();
        assertEquals(List.of("revision", "enis"), fields(view));
        assertEquals(1, view.path("enis").size());
        JsonNode eni = view.path("enis").path(0);
        assertEquals(List.of("eni", "timeouts", "ingress", "egress"), fields(eni));
        assertEquals(parsed("""
                {'if': 'otherwise',
                 'then': {'verdict': 'DROP', 'stage': 'NO_GROUP', 'text': 'eni-2 is in no group; closed'}}
                """), eni.path("ingress").path(eni.path("ingress").size() - 1));
    }

    @Test
    void showRulesetHasTheLinesOfTheText() {
        JsonNode ruleset = offline("show", "ruleset").json();
        assertEquals(List.of("revision", "commands"), fields(ruleset));
        List<String> commands =
                ruleset.path("commands").valueStream().map(JsonNode::asString).toList();
        assertEquals(Ended.of("show", "ruleset", "--state", STATE).out().lines().toList(), commands);
    }

    @Test
    void conformanceCounts(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("none.json"), "{\"vectors\": []}");
        Ended ended = Ended.of("conformance", file.toString(), "-o", "json");
        assertEquals(parsed("{'passed': 0, 'failed': 0, 'failures': []}"), ended.json());
    }

    /// What a running Cordon is asked for is the same as what it has exported.
    @ParameterizedTest
    @ValueSource(strings = {"state", "view", "ruleset"})
    void aRunningCordonIsShownLikeAnExportedState(String level, @TempDir Path folder) throws IOException {
        Node.Settings settings = new Node.Settings(folder, InetSocketAddress.createUnresolved("127.0.0.1", 0));
        try (Node _ = Node.start(settings)) {
            String credentials = folder.resolve("credentials.json").toString();
            Ended exported = Ended.of("show", "state", "--credentials", credentials, "-o", "json");
            Path file = Files.writeString(folder.resolve("export.json"), exported.out());
            assertEquals(
                    Ended.of("show", level, "--state", file.toString(), "-o", "json"),
                    Ended.of("show", level, "--credentials", credentials, "-o", "json"));
        }
    }
}
