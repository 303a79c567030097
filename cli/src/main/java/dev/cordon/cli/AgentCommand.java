package dev.cordon.cli;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.reconcile.Uninstall;
import dev.cordon.wire.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;

/// `cordon agent`: what is done to the agent's part of this machine's kernel without an agent. The
/// agent itself runs in `cordon up`.
@Command(
        name = "agent",
        description = "Take away what agents have put into this machine's kernel.",
        mixinStandardHelpOptions = true)
final class AgentCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Option(
            names = "--uninstall",
            description = "Delete our nftables tables, and nothing else. Stop `cordon up` first.")
    private boolean uninstall;

    @Override
    public Integer call() {
        if (!uninstall) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required option: '--uninstall'; an agent runs in `cordon up`");
        }
        Privileges.requireForKernel("to uninstall needs root: it deletes tables of nftables");
        List<String> tables;
        try (NetworkNamespace here = NetworkNamespace.current()) {
            tables = Uninstall.run(here);
        }
        print(tables, spec.commandLine().getOut());
        return ExitCode.OK.number();
    }

    private void print(List<String> tables, PrintWriter out) {
        if (format.isJson()) {
            ArrayNode removed = Json.object().putArray("removed");
            tables.forEach(removed::add);
            out.println(Json.print(Json.object().set("removed", removed)));
        } else if (tables.isEmpty()) {
            out.println("nothing of ours is there");
        } else {
            tables.forEach(table -> out.println("removed  table " + table));
        }
        out.flush();
    }
}
