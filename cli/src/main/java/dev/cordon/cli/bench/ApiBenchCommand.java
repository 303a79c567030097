package dev.cordon.cli.bench;

import dev.cordon.cli.ExitCode;
import dev.cordon.cli.Format;
import dev.cordon.cli.Logging;
import dev.cordon.cli.bench.api.ApiBench;
import dev.cordon.cli.bench.api.ApiLoad;
import dev.cordon.wire.Json;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// `cordon bench api`: calls a second that a server in a process of its own answers.
@Command(
        name = "api",
        description = "Measure how many calls a second a server answers, from a state with many objects.",
        mixinStandardHelpOptions = true)
final class ApiBenchCommand implements Callable<Integer> {

    private static final double NANOS_PER_SECOND = 1e9;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Option(
            names = "--groups",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Groups in the state. Default: ${DEFAULT-VALUE}.")
    private int groupCount;

    @Option(
            names = "--enis",
            paramLabel = "N",
            defaultValue = "100000",
            description = "ENIs in the state, each in two groups. Default: ${DEFAULT-VALUE}.")
    private int eniCount;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "64",
            description = "Clients, each on a connection of its own. Default: ${DEFAULT-VALUE}.")
    private int clientCount;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long each action is called and counted. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Override
    public Integer call() throws InterruptedException {
        requireAtLeast("--groups", groupCount, 2);
        requireAtLeast("--enis", eniCount, 0);
        requireAtLeast("--clients", clientCount, 1);
        requireAtLeast("--seconds", seconds, 1);
        Logging.onlyWarnings();
        ApiBench.Result result = ApiBench.run(new ApiBench.Settings(groupCount, eniCount, clientCount, seconds));
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.isJson() ? Json.print(json(result)) + "\n" : text(result));
        out.flush();
        return ExitCode.OK.number();
    }

    private void requireAtLeast(String option, int value, int least) {
        if (value < least) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '" + option + "': less than " + least);
        }
    }

    private static ObjectNode json(ApiBench.Result result) {
        ObjectNode root = Json.object().put("startSeconds", seconds(result));
        root.set("describeSecurityGroups", json(result.describe()));
        root.set("authorizeSecurityGroup", json(result.authorize()));
        return root;
    }

    private static ObjectNode json(ApiLoad.Result load) {
        return load.took().json().put("callsPerSecond", Math.round(load.callsPerSecond()));
    }

    private String text(ApiBench.Result result) {
        return groupCount + " groups, " + eniCount + " ENIs, " + clientCount + " clients; the server was ready in "
                + String.format(Locale.ROOT, "%.1f s; times in ms%n", seconds(result))
                + "                         calls/s  count     median        p99        max\n"
                + line("DescribeSecurityGroups", result.describe())
                + line("AuthorizeSecurityGroup", result.authorize());
    }

    private static String line(String action, ApiLoad.Result load) {
        return String.format(
                Locale.ROOT,
                "%-24s %7d %s%n",
                action,
                Math.round(load.callsPerSecond()),
                load.took().text());
    }

    private static double seconds(ApiBench.Result result) {
        return result.startTook().toNanos() / NANOS_PER_SECOND;
    }
}
