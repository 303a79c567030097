package dev.cordon.cli.vector.form;

import java.io.Serial;

/// A vector that cannot be understood. Caught by the runner, which counts the vector as failed.
public final class UnreadableVectorException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public UnreadableVectorException(String message) {
        super(message);
    }
}
