package dev.cordon.cli.look;

import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.wire.Json;
import dev.cordon.wire.state.StateAt;
import dev.cordon.wire.state.StateForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An exported state with every kind of peer, of ports and of group.
final class SampleState {

    private static final Path FILE = Path.of("src", "test", "resources", "look", "state.json");

    private SampleState() {}

    static StateAt read() {
        try {
            return Json.parse(Files.readString(FILE)).then(StateForm::read).orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Returns the view of a host with one of its ENIs.
    static HostView view(String eni) {
        StateAt at = read();
        return Compiler.view(Profile.ALIYUN_DEFAULT, at.state(), at.revision(), List.of(new EniId(eni)));
    }
}
