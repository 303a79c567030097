package dev.cordon.cli.bench;

import dev.cordon.cli.ExitCode;
import dev.cordon.cli.Format;
import dev.cordon.wire.Json;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// `cordon bench`: the published benchmarks.
@Command(
        name = "bench",
        description = "Measure on this machine.",
        subcommands = {ApiBenchCommand.class, KernelBenchCommand.class, SessionBenchCommand.class},
        mixinStandardHelpOptions = true)
public final class BenchCommand {

    private static final int CHANGE_COUNT_MIN = 2;
    private static final int CHANGE_COUNT_MAX = 100_000;

    @Spec
    private CommandSpec spec;

    @Command(
            name = "latency",
            description = "Measure the time from the answer to an ECS call until packets meet with the new verdict.",
            mixinStandardHelpOptions = true)
    int latency(
            @Mixin Format format,
            @Option(
                            names = "--changes",
                            paramLabel = "N",
                            defaultValue = "200",
                            description = "How many changes, half of them opening. Default: ${DEFAULT-VALUE}.")
                    int changeCount)
            throws InterruptedException {
        if (changeCount < CHANGE_COUNT_MIN || changeCount > CHANGE_COUNT_MAX) {
            throw new ParameterException(
                    spec.commandLine().getSubcommands().get("latency"),
                    "Invalid value for option '--changes': not from " + CHANGE_COUNT_MIN + " to " + CHANGE_COUNT_MAX);
        }
        LatencyBench.Result result = LatencyBench.run(changeCount);
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.isJson() ? Json.print(json(result)) + "\n" : text(result));
        out.flush();
        return ExitCode.OK.number();
    }

    private static ObjectNode json(LatencyBench.Result result) {
        ObjectNode root = Json.object();
        root.set("all", result.opened().and(result.closed()).json());
        root.set("opening", result.opened().json());
        root.set("closing", result.closed().json());
        return root.put("probeIntervalMicros", result.probeMicros());
    }

    private static String text(LatencyBench.Result result) {
        return "from the answer to an ECS call until packets meet with the new verdict, in ms\n"
                + "          count     median        p99        max\n"
                + "all      " + result.opened().and(result.closed()).text() + "\n"
                + "opening  " + result.opened().text() + "\n"
                + "closing  " + result.closed().text() + "\n"
                + "a probe every " + result.probeMicros() + " us\n";
    }
}
