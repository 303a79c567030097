package dev.cordon.agent.kernel;

import java.io.Serial;

/// The kernel has refused something. The message says what, why, and what to do where that is
/// known.
public class KernelException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int errno;

    public KernelException(String what, int errno) {
        super(what + ": " + Errno.text(errno));
        this.errno = errno;
    }

    public KernelException(String message) {
        super(message);
        this.errno = 0;
    }

    public KernelException(String message, Throwable cause) {
        super(message, cause);
        this.errno = 0;
    }

    /// Returns the error number, 0 if there is none.
    public int errno() {
        return errno;
    }
}
