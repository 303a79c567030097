package dev.cordon.spec;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Packet;
import dev.cordon.model.net.TcpFlag;
import dev.cordon.model.net.Tuple;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.TrackingTimeouts;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// A connection that an ENI has let through, kept so that both directions of it pass.
///
/// @param direction of the first packet
/// @param flow of the first packet
/// @param finished the directions in which nothing more is said: a FIN ends one, a reset both
/// @param lastSeen when the last packet passed
record Session(EniId eni, Direction direction, Flow flow, Tuple tuple, Set<Direction> finished, Instant lastSeen) {

    static Session begun(Instant now, EniId eni, Direction direction, Packet packet) {
        return new Session(eni, direction, packet.flow(), packet.tuple(), Set.of(), now).seen(now, direction, packet);
    }

    /// Every packet keeps a session alive: the time is one of idleness.
    Session seen(Instant now, Direction way, Packet packet) {
        Set<Direction> ended = EnumSet.noneOf(Direction.class);
        ended.addAll(finished);
        if (packet.has(TcpFlag.FIN)) {
            ended.add(way);
        }
        if (packet.has(TcpFlag.RST)) {
            ended.addAll(Set.of(Direction.values()));
        }
        return new Session(eni, direction, flow, tuple, ended, now);
    }

    /// A packet belongs to the session if it goes the first packet's way with its tuple, or the
    /// other way with the tuple reversed.
    boolean covers(EniId at, Direction way, Tuple packet) {
        return eni.equals(at)
                && (way == direction
                        ? tuple.equals(packet)
                        : tuple.reversed().filter(packet::equals).isPresent());
    }

    /// @spec https://help.aliyun.com/zh/ecs/user-guide/connection-timeout-management Connection
    ///     timeout management
    boolean isExpired(Instant now, TrackingTimeouts timeouts) {
        return Duration.between(lastSeen, now).compareTo(idleMax(timeouts)) > 0;
    }

    private Duration idleMax(TrackingTimeouts timeouts) {
        if (tuple.protocol().equals(IpProtocol.TCP)) {
            return finished.size() == Direction.values().length ? timeouts.tcpClosed() : timeouts.tcpEstablished();
        }
        return tuple.protocol().equals(IpProtocol.UDP) ? timeouts.udp() : TrackingTimeouts.OTHER;
    }
}
