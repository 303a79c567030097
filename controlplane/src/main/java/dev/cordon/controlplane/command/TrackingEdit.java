package dev.cordon.controlplane.command;

import dev.cordon.model.policy.TrackingTimeouts;
import java.time.Duration;

/// What changes of the time that sessions of an ENI live without a packet.
public record TrackingEdit(Edit<Duration> tcpEstablished, Edit<Duration> tcpClosed, Edit<Duration> udp) {

    public TrackingTimeouts over(TrackingTimeouts old) {
        return new TrackingTimeouts(
                tcpEstablished.over(old.tcpEstablished()), tcpClosed.over(old.tcpClosed()), udp.over(old.udp()));
    }
}
