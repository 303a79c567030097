package dev.cordon.model.policy;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The points in which sources disagree on what security groups mean, chosen per deployment.
///
/// @param intraEgress where sharing a group stands among the clauses of egress
/// @param isolation whether a shared isolated group beats a shared interconnected one
/// @param change what happens to a session whose verdict turns to drop
/// @param pickup whether a TCP segment from the middle of a connection may begin a session
public record Profile(IntraEgress intraEgress, Isolation isolation, ChangePolicy change, TcpPickup pickup) {

    public static final Profile ALIYUN_DEFAULT =
            new Profile(IntraEgress.FIRST, Isolation.LOWEST, ChangePolicy.REVALIDATE);

    /// The names stand in vector files and on the command line.
    private static final Map<String, Profile> BY_NAME = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            "aliyun-default", ALIYUN_DEFAULT,
            "aliyun-table-egress", new Profile(IntraEgress.AFTER_CUSTOM, Isolation.LOWEST, ChangePolicy.REVALIDATE),
            "aliyun-2017-isolation-first", new Profile(IntraEgress.FIRST, Isolation.FIRST, ChangePolicy.REVALIDATE),
            "keep-sessions", new Profile(IntraEgress.FIRST, Isolation.LOWEST, ChangePolicy.KEEP_SESSIONS),
            "strict-pickup", ALIYUN_DEFAULT.with(TcpPickup.STRICT))));

    /// A profile that picks up TCP connections it has not seen begin, as Linux does.
    public Profile(IntraEgress intraEgress, Isolation isolation, ChangePolicy change) {
        this(intraEgress, isolation, change, TcpPickup.LOOSE);
    }

    public static Optional<Profile> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /// Returns the names that [#named] knows, sorted.
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    public Profile with(TcpPickup changed) {
        return new Profile(intraEgress, isolation, change, changed);
    }

    public enum IntraEgress {
        FIRST,
        AFTER_CUSTOM
    }

    public enum Isolation {
        LOWEST,
        FIRST
    }

    public enum ChangePolicy {
        REVALIDATE,
        KEEP_SESSIONS
    }

    /// What becomes of a TCP segment that belongs to no session and opens no connection: it is
    /// judged as a new flow, or dropped.
    public enum TcpPickup {
        LOOSE,
        STRICT
    }
}
