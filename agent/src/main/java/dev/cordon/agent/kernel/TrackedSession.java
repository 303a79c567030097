package dev.cordon.agent.kernel;

import dev.cordon.model.net.IpAddress;
import java.time.Duration;
import java.util.Optional;

/// A session as the kernel shows it to those who look.
///
/// @param answerer where answers come from: the destination, as it is after translation
/// @param timeLeft until the kernel forgets it, if no packet comes
/// @param traffic empty where the kernel does not count (`nf_conntrack_acct`)
public record TrackedSession(
        ConntrackEntry entry, IpAddress answerer, State state, Duration timeLeft, Optional<Traffic> traffic) {

    /// Both ways of a session.
    public record Traffic(Count there, Count back) {}

    public record Count(long packets, long bytes) {}

    /// The states of TCP as the kernel counts them from 0, and two for what has none.
    public enum State {
        NONE,
        SYN_SENT,
        SYN_RECV,
        ESTABLISHED,
        FIN_WAIT,
        CLOSE_WAIT,
        LAST_ACK,
        TIME_WAIT,
        CLOSE,
        SYN_SENT2,

        /// Nothing has come back.
        UNREPLIED,
        REPLIED
    }
}
