package dev.cordon.cli.account;

import dev.cordon.wire.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `cordon log`.
@Command(
        name = "log",
        description = "Print who changed what, or tried to, when and from where, the oldest first.",
        mixinStandardHelpOptions = true)
public final class LogCommand implements Callable<Integer> {

    @Mixin
    private Asking asking;

    @Option(
            names = "--after",
            paramLabel = "REVISION",
            defaultValue = "0",
            description = "Begin behind this revision. Default: ${DEFAULT-VALUE}.")
    private long after;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most so many changes, up to 1000. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Override
    public Integer call() {
        TreeMap<String, String> asked =
                new TreeMap<>(Map.of("after", String.valueOf(after), "count", String.valueOf(count)));
        return asking.print(asking.client().ask("log", asked), LogCommand::inOneList);
    }

    /// Returns changes and attempts by time, as people read them.
    private static JsonNode inOneList(JsonNode log) {
        ObjectNode root = Json.object();
        ArrayNode lines = root.putArray("lines");
        Stream.of("changes", "attempts")
                .flatMap(list -> log.path(list).valueStream())
                .sorted(Comparator.comparing(LogCommand::time))
                .forEach(lines::add);
        return root;
    }

    private static Instant time(JsonNode line) {
        return Instant.parse(line.path("at").asString());
    }
}
