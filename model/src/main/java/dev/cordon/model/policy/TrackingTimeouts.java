package dev.cordon.model.policy;

import java.time.Duration;

/// How long a session of an ENI lives without a packet.
///
/// @spec https://help.aliyun.com/zh/ecs/user-guide/connection-timeout-management Connection
///     timeout management
public record TrackingTimeouts(Duration tcpEstablished, Duration tcpClosed, Duration udp) {

    /// Of what is neither TCP nor UDP. Our reading: the sources name no figure for ICMP.
    public static final Duration OTHER = Duration.ofSeconds(30);

    public static final TrackingTimeouts DEFAULT =
            new TrackingTimeouts(Duration.ofSeconds(910), Duration.ofSeconds(3), Duration.ofSeconds(30));

    /// Returns how long a session lives that belongs to two ENIs: the one that forgets it first
    /// decides.
    public TrackingTimeouts shorter(TrackingTimeouts other) {
        return new TrackingTimeouts(
                shorter(tcpEstablished, other.tcpEstablished),
                shorter(tcpClosed, other.tcpClosed),
                shorter(udp, other.udp));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
