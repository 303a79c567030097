package dev.cordon.cli.account;

import dev.cordon.cli.ExitCode;
import dev.cordon.cli.Format;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.client.Endpoint;
import dev.cordon.wire.Json;
import java.io.PrintWriter;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// What all commands about accounts have: where to ask, and how to print.
final class Asking {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Mixin
    private Endpoint endpoint;

    CordonClient client() {
        return endpoint.client();
    }

    /// Prints an answer as it came, or its fields in lines.
    int print(JsonNode answer) {
        return print(answer, UnaryOperator.identity());
    }

    /// Prints an answer as it came, or in lines what people are to read of it.
    int print(JsonNode answer, UnaryOperator<JsonNode> forPeople) {
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            out.println(Json.print(answer));
        } else {
            lines(forPeople.apply(answer), "", out);
        }
        out.flush();
        return ExitCode.OK.number();
    }

    private static void lines(JsonNode node, String indent, PrintWriter out) {
        for (var member : node.properties()) {
            JsonNode value = member.getValue();
            if (value.isArray()) {
                value.forEach(entry -> {
                    lines(entry, indent, out);
                    out.println();
                });
            } else {
                out.printf("%s%-16s %s%n", indent, member.getKey(), value.asString());
            }
        }
    }
}
