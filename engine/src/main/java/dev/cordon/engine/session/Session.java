package dev.cordon.engine.session;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Packet;
import dev.cordon.model.net.TcpFlag;
import dev.cordon.model.policy.Direction;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One live connection; a link of the queue of those that live as long.
final class Session {

    private static final int INGRESS_FINISHED = 1;
    private static final int EGRESS_FINISHED = 2;
    private static final int FINISHED = INGRESS_FINISHED | EGRESS_FINISHED;

    private final SessionKey original;
    private final Optional<SessionKey> reply;
    private final Flow firstFlow;
    private int finished;

    Instant lastSeen;

    @Nullable
    IdleQueue queue;

    @Nullable
    Session older;

    @Nullable
    Session newer;

    Session(SessionKey original, Flow firstFlow, Instant now) {
        this.original = original;
        this.reply = original.reversed();
        this.firstFlow = firstFlow;
        this.lastSeen = now;
    }

    SessionKey original() {
        return original;
    }

    Optional<SessionKey> reply() {
        return reply;
    }

    /// Returns the direction of the first packet.
    Direction direction() {
        return original.direction();
    }

    Flow firstFlow() {
        return firstFlow;
    }

    /// Takes note of how a packet ends the connection: a FIN for its own direction, a reset for
    /// both.
    void see(Direction direction, Packet packet) {
        if (packet.has(TcpFlag.RST)) {
            finished = FINISHED;
        }
        if (packet.has(TcpFlag.FIN)) {
            finished |= direction == Direction.INGRESS ? INGRESS_FINISHED : EGRESS_FINISHED;
        }
    }

    Pace pace() {
        IpProtocol protocol = original.tuple().protocol();
        if (protocol.equals(IpProtocol.TCP)) {
            return finished == FINISHED ? Pace.TCP_CLOSED : Pace.TCP_ESTABLISHED;
        }
        return protocol.equals(IpProtocol.UDP) ? Pace.UDP : Pace.OTHER;
    }
}
