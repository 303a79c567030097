package dev.cordon.agent.session;

import dev.cordon.agent.kernel.Conntrack;
import dev.cordon.agent.kernel.ConntrackFilter;
import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.TrackedSession;
import dev.cordon.model.net.CidrBlock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Shows the sessions of a network namespace. May be used by many threads; one is served at a time,
/// so that those who ask often do not load the kernel.
public final class SessionDesk implements AutoCloseable {

    /// Sessions of one answer.
    public static final int SESSION_COUNT_MAX = 1_000;

    /// Addresses that the kernel is asked for one by one; for more the table is read once.
    static final int FILTERED_ADDRESS_COUNT_MAX = 4;

    private final Conntrack conntrack;

    private SessionDesk(Conntrack conntrack) {
        this.conntrack = conntrack;
    }

    public static SessionDesk open(NetworkNamespace namespace) {
        return new SessionDesk(namespace.call(Conntrack::open));
    }

    public synchronized Conntrack.Fill fill() {
        return conntrack.fill();
    }

    /// Returns the sessions of the whole host.
    public synchronized SessionList all() {
        SessionList.Collector sessions = new SessionList.Collector(SESSION_COUNT_MAX);
        conntrack.sessions(sessions::clear, sessions::add);
        return sessions.list();
    }

    /// Returns the sessions that have an end in one of some blocks, before or after translation.
    public synchronized SessionList of(Collection<CidrBlock> blocks) {
        SessionList.Collector sessions = new SessionList.Collector(SESSION_COUNT_MAX);
        Consumer<TrackedSession> add = session -> {
            if (touches(session, blocks)) {
                sessions.add(session);
            }
        };
        if (isFilterable(blocks)) {
            conntrack.sessions(filters(blocks), add);
        } else {
            conntrack.sessions(sessions::clear, add);
        }
        return sessions.list();
    }

    private static Set<ConntrackFilter> filters(Collection<CidrBlock> blocks) {
        Set<ConntrackFilter> filters = new HashSet<>();
        for (CidrBlock block : blocks) {
            for (ConntrackFilter.Place place : ConntrackFilter.Place.values()) {
                filters.add(new ConntrackFilter(place, block.first()));
            }
        }
        return filters;
    }

    private static boolean isFilterable(Collection<CidrBlock> blocks) {
        return blocks.size() <= FILTERED_ADDRESS_COUNT_MAX
                && blocks.stream().allMatch(block -> block.equals(block.first().asBlock()));
    }

    private static boolean touches(TrackedSession session, Collection<CidrBlock> blocks) {
        return blocks.stream()
                .anyMatch(block -> block.contains(session.entry().source())
                        || block.contains(session.entry().destination())
                        || block.contains(session.answerer()));
    }

    @Override
    public synchronized void close() {
        conntrack.close();
    }
}
