package dev.cordon.engine.session;

import dev.cordon.model.policy.TrackingTimeouts;
import java.time.Duration;

/// What sessions have in common that live equally long without a packet.
enum Pace {
    TCP_ESTABLISHED,
    TCP_CLOSED,
    UDP,
    OTHER;

    Duration idleMax(TrackingTimeouts timeouts) {
        return switch (this) {
            case TCP_ESTABLISHED -> timeouts.tcpEstablished();
            case TCP_CLOSED -> timeouts.tcpClosed();
            case UDP -> timeouts.udp();
            case OTHER -> TrackingTimeouts.OTHER;
        };
    }
}
