package dev.cordon.cli;

import dev.cordon.cli.client.Connection;
import dev.cordon.cli.look.RulesetText;
import dev.cordon.cli.look.StateText;
import dev.cordon.cli.look.ViewText;
import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.wire.Json;
import dev.cordon.wire.state.StateAt;
import dev.cordon.wire.state.StateForm;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `cordon show`: look at a level.
@Command(
        name = "show",
        description = "Print a level: what was said, what a host needs, what its kernel should hold.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

    enum Level {
        STATE,
        VIEW,
        RULESET
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Mixin
    private Connection connection;

    @Mixin
    private ProfileOption profile;

    @Parameters(index = "0", paramLabel = "state|view|ruleset", description = "The level.")
    private Level level;

    @Parameters(
            index = "1..*",
            paramLabel = "ENI",
            description = "ENIs of the host to look at. Default: all there are.")
    private List<String> enis = new ArrayList<>();

    @Override
    public Integer call() {
        StateAt at = connection.state();
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            out.println(Json.print(json(at)));
        } else {
            out.print(text(at));
        }
        out.flush();
        return ExitCode.OK.number();
    }

    private String text(StateAt at) {
        return switch (level) {
            case STATE -> StateText.of(at);
            case VIEW -> ViewText.of(view(at));
            case RULESET -> RulesetText.of(view(at));
        };
    }

    private JsonNode json(StateAt at) {
        return switch (level) {
            case STATE -> StateForm.write(at);
            case VIEW -> ViewText.json(view(at));
            case RULESET -> RulesetText.json(view(at));
        };
    }

    private HostView view(StateAt at) {
        List<EniId> wanted = enis.isEmpty()
                ? at.state().enis().map(Eni::id).toList()
                : enis.stream().map(text -> eni(at, text)).toList();
        return Compiler.view(profile.profile(), at.state(), at.revision(), wanted);
    }

    private static EniId eni(StateAt at, String text) {
        return at.state()
                .enis()
                .map(Eni::id)
                .filter(id -> id.value().equals(text))
                .findFirst()
                .orElseThrow(() -> new CliException("no eni `" + text + "`; list them with cordon show state"));
    }
}
