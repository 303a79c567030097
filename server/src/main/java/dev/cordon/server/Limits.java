package dev.cordon.server;

import java.time.Duration;

/// What one listener takes, and no more.
final class Limits {

    /// Request line and headers together. A legal call of 100 rules with long descriptions has 488
    /// KB.
    static final int HEADER_BYTES_MAX = 1 << 20;

    static final int BODY_BYTES_MAX = 1 << 20;

    static final int CONNECTIONS_MAX = 1_024;

    /// Calls that are handled at once; each may hold a body and a header of the sizes above.
    static final int CALLS_MAX = 128;

    /// A connection on which nothing happens is closed.
    static final Duration IDLE_MAX = Duration.ofSeconds(30);

    /// Calls that are under way when the server stops may take this long.
    static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private Limits() {}
}
