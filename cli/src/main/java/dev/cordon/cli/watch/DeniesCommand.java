package dev.cordon.cli.watch;

import dev.cordon.cli.CliException;
import dev.cordon.cli.ExitCode;
import dev.cordon.cli.Format;
import dev.cordon.cli.client.Connection;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.wire.Json;
import java.io.PrintWriter;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `cordon denies`.
@Command(
        name = "denies",
        description = "Print what was dropped on this host, and why; the oldest first.",
        mixinStandardHelpOptions = true)
public final class DeniesCommand implements Callable<Integer> {

    private static final int WAIT_SECONDS = 20;

    /// Denies of one answer while they come: as many as there may be.
    private static final int FOLLOWED_COUNT = 1_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Mixin
    private Connection connection;

    @Option(
            names = "--eni",
            paramLabel = "ENI",
            defaultValue = "",
            description = "What this ENI dropped. Default: any.")
    private String eni;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "100",
            description = "The newest so many, up to 1000. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(names = "--follow", description = "Go on with what comes, until SIGINT.")
    private boolean follows;

    @Override
    public Integer call() {
        if (connection.isOffline()) {
            throw new CliException("an exported state has dropped nothing: ask a running cordon, without --state");
        }
        PrintWriter out = spec.commandLine().getOut();
        CordonClient client = connection.client();
        JsonNode answer = client.ask("denies", parameters());
        if (!follows && format.isJson()) {
            out.println(Json.print(answer));
        } else {
            print(answer, out);
        }
        out.flush();
        while (follows && !out.checkError()) {
            answer = client.ask("denies", since(answer));
            print(answer, out);
        }
        return ExitCode.OK.number();
    }

    private SortedMap<String, String> parameters() {
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("eni", eni);
        parameters.put("count", String.valueOf(count));
        return parameters;
    }

    private SortedMap<String, String> since(JsonNode answer) {
        SortedMap<String, String> parameters = parameters();
        parameters.put("count", String.valueOf(FOLLOWED_COUNT));
        parameters.put("after", answer.path("next").asString());
        parameters.put("wait", String.valueOf(WAIT_SECONDS));
        return parameters;
    }

    private void print(JsonNode answer, PrintWriter out) {
        long skipped = answer.path("skipped").asLong(0);
        if (skipped > 0) {
            spec.commandLine().getErr().println("skipped " + skipped + ", which are kept no more");
        }
        for (JsonNode deny : answer.path("denies")) {
            out.println(format.isJson() ? Json.print(deny) : line(deny));
        }
    }

    static String line(JsonNode deny) {
        String group = FlowText.or(deny, deny.has("link") ? "link" : "group");
        long count = deny.path("count").asLong(1);
        return FlowText.or(deny, "at") + "  " + FlowText.or(deny, "eni") + "  " + FlowText.or(deny, "direction") + "  "
                + FlowText.of(deny) + "  " + FlowText.or(deny, "stage") + "  " + group + "  "
                + (isDefault(deny) ? "default" : FlowText.or(deny, "rule"))
                + (count > 1 ? "  x" + count : "");
    }

    private static boolean isDefault(JsonNode deny) {
        return deny.path("stage").asString().equals("DEFAULT_DROP");
    }
}
