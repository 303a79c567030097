package dev.cordon.agent.kernel;

import dev.cordon.agent.kernel.NetlinkMessage.Attributes;
import dev.cordon.agent.kernel.TrackedSession.Count;
import dev.cordon.agent.kernel.TrackedSession.State;
import dev.cordon.agent.kernel.TrackedSession.Traffic;
import dev.cordon.model.net.IpAddress;
import java.time.Duration;
import java.util.Optional;

/// What netlink tells of a session beside its tuple. The numbers are those of
/// `linux/netfilter/nfnetlink_conntrack.h`.
final class TrackedForm {

    private static final int TUPLE_REPLY = 2;
    private static final int STATUS = 3;
    private static final int STATUS_SEEN_REPLY = 2;
    private static final int PROTOCOL_INFO = 4;
    private static final int TCP_INFO = 1;
    private static final int TCP_STATE = 1;
    private static final int TIMEOUT = 7;
    private static final int COUNTERS_ORIGINAL = 9;
    private static final int COUNTERS_REPLY = 10;
    private static final int PACKETS = 1;
    private static final int BYTES = 2;

    private TrackedForm() {}

    /// Reads a session; nothing if its tuple is of another family than IP.
    ///
    /// @throws KernelException if what it says does not fit together
    static Optional<TrackedSession> read(NetlinkMessage message) {
        return ConntrackForm.read(message).map(entry -> {
            Attributes attributes = message.attributes();
            IpAddress answerer =
                    ConntrackForm.source(attributes.nested(TUPLE_REPLY)).orElse(entry.destination());
            return new TrackedSession(
                    entry,
                    answerer,
                    state(attributes),
                    Duration.ofSeconds(attributes.u32(TIMEOUT)),
                    traffic(attributes));
        });
    }

    private static State state(Attributes attributes) {
        Attributes tcp = attributes.nested(PROTOCOL_INFO).nested(TCP_INFO);
        if (tcp.has(TCP_STATE)) {
            int number = tcp.u8(TCP_STATE);
            return number < State.UNREPLIED.ordinal() ? State.values()[number] : State.NONE;
        }
        return (attributes.u32(STATUS) & STATUS_SEEN_REPLY) == 0 ? State.UNREPLIED : State.REPLIED;
    }

    private static Optional<Traffic> traffic(Attributes attributes) {
        return attributes.has(COUNTERS_ORIGINAL)
                ? Optional.of(new Traffic(
                        count(attributes.nested(COUNTERS_ORIGINAL)), count(attributes.nested(COUNTERS_REPLY))))
                : Optional.empty();
    }

    private static Count count(Attributes counters) {
        return new Count(counters.u64(PACKETS), counters.u64(BYTES));
    }
}
