package dev.cordon.cli.bench;

import dev.cordon.cli.ExitCode;
import dev.cordon.cli.Format;
import dev.cordon.cli.Logging;
import dev.cordon.cli.bench.session.SessionBench;
import dev.cordon.wire.Json;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `cordon bench sessions`: how long it takes to end the sessions that a change drops.
@Command(
        name = "sessions",
        description = "Measure how long it takes to end the sessions that a change drops.",
        mixinStandardHelpOptions = true)
final class SessionBenchCommand implements Callable<Integer> {

    private static final int SESSION_COUNT_MIN = 100;

    /// Less than the table of most machines holds.
    private static final int SESSION_COUNT_MAX = 200_000;

    private static final int REPEATS = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Sessions of the table. Default: ${DEFAULT-VALUE}.")
    private int sessionCount;

    @Override
    public Integer call() {
        if (sessionCount < SESSION_COUNT_MIN || sessionCount > SESSION_COUNT_MAX) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--sessions': not from " + SESSION_COUNT_MIN + " to "
                            + SESSION_COUNT_MAX);
        }
        Logging.onlyWarnings();
        PrintWriter out = spec.commandLine().getOut();
        ArrayNode changes = Json.object().putArray("changes");
        if (!format.isJson()) {
            out.println(
                    "from a change until the sessions that it drops have ended, in ms; " + sessionCount + " sessions");
            out.println("                      count     median        p99        max");
        }
        for (SessionBench.Result result : SessionBench.run(sessionCount, REPEATS)) {
            if (format.isJson()) {
                changes.add(json(result));
            } else {
                print(result, out);
            }
        }
        if (format.isJson()) {
            out.println(Json.print(Json.object().set("changes", changes)));
        }
        out.flush();
        return ExitCode.OK.number();
    }

    private static ObjectNode json(SessionBench.Result result) {
        ObjectNode node = Json.object().put("ending", result.ending());
        node.set("all", result.all().json());
        node.set("doubtful", result.doubtful().json());
        node.set("nothing", result.nothing().json());
        return node;
    }

    private static void print(SessionBench.Result result, PrintWriter out) {
        out.printf("%5d end, all       %s%n", result.ending(), result.all().text());
        out.printf("%5d end, doubtful  %s%n", result.ending(), result.doubtful().text());
        out.printf("nothing can end      %s%n", result.nothing().text());
    }
}
