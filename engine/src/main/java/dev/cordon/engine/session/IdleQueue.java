package dev.cordon.engine.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sessions of one pace in the order of their last packets, so that those to expire come first.
///
/// Linked through the sessions themselves: a packet moves its session to the end in constant time.
final class IdleQueue {

    private @Nullable Session oldest;
    private @Nullable Session newest;

    /// Puts a session, which is in no queue, behind all others.
    void add(Session session) {
        session.queue = this;
        session.older = newest;
        if (newest == null) {
            oldest = session;
        } else {
            newest.newer = session;
        }
        newest = session;
    }

    void remove(Session session) {
        Session older = session.older;
        Session newer = session.newer;
        if (older == null) {
            oldest = newer;
        } else {
            older.newer = newer;
        }
        if (newer == null) {
            newest = older;
        } else {
            newer.older = older;
        }
        session.older = null;
        session.newer = null;
        session.queue = null;
    }

    /// Returns the first session that has been without a packet for longer than it may.
    Optional<Session> expired(Instant now, Duration idleMax) {
        return Optional.ofNullable(oldest).filter(session -> isExpired(session, now, idleMax));
    }

    static boolean isExpired(Session session, Instant now, Duration idleMax) {
        return session.lastSeen.isBefore(now.minus(idleMax));
    }
}
