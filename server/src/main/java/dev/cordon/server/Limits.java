package dev.cordon.server;

import java.time.Duration;

/// What one listener takes, and no more.
final class Limits {

    /// Request line and headers together. A legal call of 100 rules with long descriptions has 488
    /// KB.
    static final int HEADER_BYTES_MAX = 1 << 20;

    static final int BODY_BYTES_MAX = 1 << 20;

    static final int CONNECTIONS_MAX = 1_024;

    /// Requests that are under way on all connections together, beyond the free part of each. A
    /// request takes several times its size while it is read.
    static final long INTAKE_BYTES_MAX = 32 << 20;

    /// What a connection may always send. Most requests are smaller.
    static final int FREE_BYTES_MAX = 16 << 10;

    /// A request must be whole this long after its first byte.
    static final Duration REQUEST_MAX = Duration.ofSeconds(30);

    /// Calls that are handled at once; each may hold a body and a header of the sizes above.
    static final int CALLS_MAX = 128;

    /// A connection on which nothing happens is closed.
    static final Duration IDLE_MAX = Duration.ofSeconds(30);

    /// The same, while there are as many connections as there may be.
    static final Duration IDLE_MAX_WHEN_FULL = Duration.ofSeconds(1);

    /// Calls that are under way when the server stops may take this long.
    static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private Limits() {}
}
