package dev.cordon.agent.session;

import dev.cordon.agent.kernel.ConntrackEntry;
import dev.cordon.agent.kernel.TrackedSession;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sessions as they were found.
///
/// @param sessions as many as an answer may have
/// @param count how many there were
public record SessionList(List<TrackedSession> sessions, int count) {

    public static final SessionList EMPTY = new SessionList(List.of(), 0);

    public SessionList {
        sessions = List.copyOf(sessions);
    }

    /// Takes each session once, however often it is found, and keeps so many.
    static final class Collector {

        private final int countMax;
        private final Map<ConntrackEntry, TrackedSession> kept = new LinkedHashMap<>();
        private final Set<Long> others = new HashSet<>();

        Collector(int countMax) {
            this.countMax = countMax;
        }

        void clear() {
            kept.clear();
            others.clear();
        }

        void add(TrackedSession session) {
            if (kept.size() < countMax) {
                kept.putIfAbsent(session.entry(), session);
            } else if (!kept.containsKey(session.entry())) {
                others.add(session.entry().id());
            }
        }

        SessionList list() {
            return new SessionList(List.copyOf(kept.values()), kept.size() + others.size());
        }
    }
}
