package dev.cordon.server.tls;

import java.io.Serial;

/// Certificate and key cannot be used. The message says which file, and why.
public final class TlsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    TlsException(String message) {
        super(message);
    }

    TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
