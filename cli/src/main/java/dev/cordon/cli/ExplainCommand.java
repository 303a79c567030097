package dev.cordon.cli;

import dev.cordon.cli.client.Connection;
import dev.cordon.engine.explain.Explanation;
import dev.cordon.engine.explain.Question;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import dev.cordon.wire.verdict.ExplanationForm;
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

/// `cordon explain`: can one reach the other, and why.
@Command(
        name = "explain",
        description = "Say whether one can reach the other, and what determined it; exit 1 if not.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Mixin
    private Connection connection;

    @Mixin
    private ProfileOption profile;

    @Option(names = "--from", required = true, paramLabel = "X", description = "ENI id, instance id or address.")
    private String from;

    @Option(names = "--to", required = true, paramLabel = "Y", description = "ENI id, instance id or address.")
    private String to;

    @Option(
            names = "--protocol",
            defaultValue = "tcp",
            description = "tcp, udp, icmp, gre or a number. Default: ${DEFAULT-VALUE}.")
    private String protocol;

    @Option(names = "--port", defaultValue = "", description = "Destination port of tcp or udp.")
    private String port;

    @Option(names = "--source-port", defaultValue = "", description = "Source port. Default: any.")
    private String sourcePort;

    @Override
    public Integer call() {
        JsonNode answer = connection.isOffline() ? offline(connection.state().state()) : online();
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            out.println(Json.print(answer));
        } else {
            out.println(answer.path("disposition").asString());
            side(out, "egress ", answer.path("egress"));
            side(out, "ingress", answer.path("ingress"));
        }
        out.flush();
        boolean delivered = answer.path("disposition").asString().equals("DELIVERED");
        return (delivered ? ExitCode.OK : ExitCode.NO).number();
    }

    private JsonNode online() {
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("protocol", protocol);
        parameters.put("port", port);
        parameters.put("sourcePort", sourcePort);
        return connection.client().ask("explain", parameters);
    }

    private JsonNode offline(PolicyState state) {
        return switch (Question.parse(state, new Question.Words(from, to, protocol, port, sourcePort))) {
            case Question.Unclear(String problem) -> throw new CliException(problem);
            case Question.Clear(Question question) ->
                ExplanationForm.write(
                        Explanation.of(profile.profile(), state, question.from(), question.to(), question.flow()));
        };
    }

    private static void side(PrintWriter out, String name, JsonNode side) {
        out.println("  " + name + "  "
                + (side.isMissingNode()
                        ? "not an ENI, so no group is asked"
                        : side.path("verdict").asString() + " "
                                + side.path("stage").asString() + ": "
                                + side.path("text").asString()));
    }
}
