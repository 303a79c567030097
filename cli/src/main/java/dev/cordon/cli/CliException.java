package dev.cordon.cli;

import java.io.Serial;

/// A command that cannot go on, with the one line that says why and what to do. Ends in exit code
/// 3.
public final class CliException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public CliException(String message) {
        super(message);
    }

    public CliException(String message, Throwable cause) {
        super(message, cause);
    }
}
