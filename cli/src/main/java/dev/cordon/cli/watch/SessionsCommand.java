package dev.cordon.cli.watch;

import dev.cordon.cli.CliException;
import dev.cordon.cli.ExitCode;
import dev.cordon.cli.Format;
import dev.cordon.cli.client.Connection;
import dev.cordon.wire.Json;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `cordon sessions`.
@Command(
        name = "sessions",
        description = "Print the live sessions of this host, as its kernel has them.",
        mixinStandardHelpOptions = true)
public final class SessionsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Mixin
    private Connection connection;

    @Option(names = "--eni", paramLabel = "ENI", defaultValue = "", description = "Those of this ENI. Default: all.")
    private String eni;

    @Override
    public Integer call() {
        if (connection.isOffline()) {
            throw new CliException("an exported state has no sessions: ask a running cordon, without --state");
        }
        JsonNode answer = connection.client().ask("sessions", new TreeMap<>(Map.of("eni", eni)));
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            out.println(Json.print(answer));
        } else {
            answer.path("sessions").forEach(session -> out.println(line(session)));
            int left = answer.path("count").asInt(0) - answer.path("shown").asInt(0);
            if (left > 0) {
                out.println("and " + left + " more: an answer has 1000 at most");
            }
        }
        out.flush();
        return ExitCode.OK.number();
    }

    static String line(JsonNode session) {
        String there = traffic(session.path("there"));
        String back = traffic(session.path("back"));
        return FlowText.of(session) + "  " + FlowText.or(session, "state") + "  "
                + session.path("secondsLeft").asLong(0) + " s  opened by "
                + session.path("openedBy").asString("outside")
                + (there.isEmpty() ? "" : "  there " + there + ", back " + back);
    }

    private static String traffic(JsonNode count) {
        return count.isMissingNode()
                ? ""
                : count.path("packets").asLong(0) + " packets "
                        + count.path("bytes").asLong(0) + " bytes";
    }
}
