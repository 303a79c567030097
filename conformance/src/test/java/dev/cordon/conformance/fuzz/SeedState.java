package dev.cordon.conformance.fuzz;

import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import dev.cordon.wire.state.StateAt;
import dev.cordon.wire.state.StateForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The state that is a seed itself: one object of each kind and each case, with short ids.
final class SeedState {

    static final PolicyState STATE = read("StateFuzzTestInputs/isReadBackAndUsableOrRefused/whole");

    private SeedState() {}

    private static PolicyState read(String name) {
        try (InputStream in = Objects.requireNonNull(SeedState.class.getResourceAsStream(name))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            StateAt read = Json.parse(text).then(StateForm::read).orElseThrow();
            return read.state();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
