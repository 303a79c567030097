package dev.cordon.server;

import java.io.Serial;

/// The listener cannot work, such as on a port that is taken. The message says what to do.
public final class ServerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
