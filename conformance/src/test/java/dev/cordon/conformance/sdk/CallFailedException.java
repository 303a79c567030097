package dev.cordon.conformance.sdk;

import java.io.Serial;

/// An error as a client has understood it. The message has what ECS says.
final class CallFailedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final String requestId;

    CallFailedException(String code, String requestId, Throwable cause) {
        super(cause.getMessage(), cause);
        this.code = code;
        this.requestId = requestId;
    }

    String code() {
        return code;
    }

    String requestId() {
        return requestId;
    }
}
