package dev.cordon.cli.node;

import java.nio.file.Path;
import java.util.Optional;

/// Where a node keeps its store and its credentials.
public final class DataFolder {

    private DataFolder() {}

    /// Returns the folder that is used if none is named: `$XDG_STATE_HOME/cordon`.
    ///
    /// @spec https://specifications.freedesktop.org/basedir-spec/latest/ XDG base directories
    public static Path standard() {
        Path states = Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                .filter(text -> !text.isEmpty())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"));
        return states.resolve("cordon");
    }
}
