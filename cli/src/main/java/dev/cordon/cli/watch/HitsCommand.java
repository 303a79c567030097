package dev.cordon.cli.watch;

import dev.cordon.agent.kernel.KernelException;
import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.reconcile.KernelLook;
import dev.cordon.cli.CliException;
import dev.cordon.cli.ExitCode;
import dev.cordon.cli.Format;
import dev.cordon.cli.Privileges;
import dev.cordon.cli.ProfileOption;
import dev.cordon.cli.client.Connection;
import dev.cordon.engine.compile.Compiler;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.text.Hit;
import dev.cordon.nft.text.HitReader;
import dev.cordon.wire.Json;
import dev.cordon.wire.state.StateAt;
import dev.cordon.wire.verdict.VerdictForm;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `cordon hits`.
@Command(
        name = "hits",
        description = "Print how often each rule has decided on this machine, as its kernel has counted.",
        mixinStandardHelpOptions = true)
public final class HitsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Mixin
    private Connection connection;

    @Mixin
    private ProfileOption profile;

    @Option(names = "--group", paramLabel = "GROUP", defaultValue = "", description = "Of this group. Default: all.")
    private String group;

    @Override
    public Integer call() {
        Privileges.requireForKernel("to read counters needs root: they are in a table of nftables");
        ObjectNode answer = Json.object();
        ArrayNode hits = answer.putArray("hits");
        read().stream().map(HitsCommand::json).filter(this::isAsked).forEach(hits::add);
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            out.println(Json.print(answer));
        } else {
            hits.forEach(hit -> out.println(line(hit)));
        }
        out.flush();
        return ExitCode.OK.number();
    }

    private List<Hit> read() {
        StateAt at = connection.state();
        try (NetworkNamespace here = NetworkNamespace.current()) {
            List<Binding> bindings = KernelLook.bindings(here);
            return HitReader.read(
                    KernelLook.counters(here),
                    Compiler.view(
                            profile.profile(),
                            at.state(),
                            at.revision(),
                            bindings.stream().map(Binding::eni).toList()));
        } catch (KernelException refused) {
            throw new CliException("nothing is enforced here: " + refused.getMessage(), refused);
        }
    }

    private boolean isAsked(JsonNode hit) {
        return group.isEmpty() || hit.path("group").asString("").equals(group);
    }

    private static ObjectNode json(Hit hit) {
        return VerdictForm.write(hit.verdict())
                .put("direction", hit.direction().name().toLowerCase(Locale.ROOT))
                .put("packets", hit.packets())
                .put("bytes", hit.bytes());
    }

    private static String line(JsonNode hit) {
        return String.join(
                "  ",
                FlowText.or(hit, "direction"),
                FlowText.or(hit, "verdict"),
                FlowText.or(hit, "stage"),
                FlowText.or(hit, "group"),
                FlowText.or(hit, "rule"),
                hit.path("packets").asString() + " packets",
                hit.path("bytes").asString() + " bytes");
    }
}
