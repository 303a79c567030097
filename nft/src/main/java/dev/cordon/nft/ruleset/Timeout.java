package dev.cordon.nft.ruleset;

import dev.cordon.model.policy.TrackingTimeouts;
import java.time.Duration;
import java.util.List;

/// How long conntrack keeps a session of one protocol without a packet. An object of the kernel
/// that sessions share, named by what it says, so what is there under a name never changes.
public sealed interface Timeout {

    /// The kernel keeps none for less.
    int SECONDS_MIN = 1;

    /// Five days, what the kernel gives to TCP by itself. It counts in ticks of 32 bits, so a much
    /// longer one would come out short.
    int SECONDS_MAX = 432_000;

    /// @param openSeconds from the first answer until both sides have closed
    /// @param closedSeconds after that
    record Tcp(int openSeconds, int closedSeconds) implements Timeout {}

    record Udp(int seconds) implements Timeout {}

    /// Returns what a new flow is given, whatever its protocol; whole seconds, between
    /// [#SECONDS_MIN] and [#SECONDS_MAX].
    static List<Timeout> of(TrackingTimeouts timeouts) {
        return List.of(
                new Tcp(seconds(timeouts.tcpEstablished()), seconds(timeouts.tcpClosed())),
                new Udp(seconds(timeouts.udp())));
    }

    private static int seconds(Duration duration) {
        return Math.clamp(duration.toSeconds(), SECONDS_MIN, SECONDS_MAX);
    }
}
