package dev.cordon.cli.client;

import dev.cordon.cli.CliException;
import dev.cordon.cli.InputFile;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.state.StateAt;
import dev.cordon.wire.state.StateForm;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// The options by which a command finds what it asks: a running Cordon, or an exported state.
public final class Connection {

    @Mixin
    private Endpoint endpoint = new Endpoint();

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Ask this exported state instead (cordon show state -o json).")
    private Optional<Path> state = Optional.empty();

    /// Returns a client of the running Cordon.
    public CordonClient client() {
        return endpoint.client();
    }

    /// Returns the state to look at: the exported one if there is one, or that of the running
    /// Cordon.
    public StateAt state() {
        return state.map(Connection::read).orElseGet(() -> client().state());
    }

    /// Tells whether an exported state is asked.
    public boolean isOffline() {
        return state.isPresent();
    }

    private static StateAt read(Path file) {
        return parsed(InputFile.json(file, "state"), file.toString());
    }

    static StateAt parsed(JsonNode json, String source) {
        return switch (StateForm.read(json)) {
            case Parsed.Ok<StateAt>(StateAt read) -> read;
            case Parsed.Bad<StateAt>(String problem) ->
                throw new CliException("state in `" + source + "` cannot be used: " + problem);
        };
    }
}
