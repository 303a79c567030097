package dev.cordon.nft.ruleset;

/// How many sessions each link that carries an ENI may have begun, so that the sessions of one do
/// not fill the table that all share.
///
/// Implementation note: the kernel looks for each session that it has counted when it counts one
/// more, half a microsecond each. So sessions are counted in parts, by a hash of what conntrack
/// calls them, and each part has its share of the quota: one that is full refuses while others have
/// room. A flow that is tried again may fall into another part.
///
/// @param sessions of one link, from [#SESSIONS_MIN] to [#SESSIONS_MAX]
public record SessionQuota(int sessions) {

    public static final int SESSIONS_MIN = 1;

    /// As many as the largest table that Linux makes by itself has room for.
    public static final int SESSIONS_MAX = 262_144;

    /// So that counting one more costs no more than some ten microseconds.
    private static final int SESSIONS_OF_PART_MAX = 32;

    public SessionQuota {
        if (sessions < SESSIONS_MIN || sessions > SESSIONS_MAX) {
            throw new IllegalArgumentException(
                    "not a quota from " + SESSIONS_MIN + " to " + SESSIONS_MAX + " `" + sessions + "`");
        }
    }

    public int partCount() {
        return Math.ceilDiv(sessions, SESSIONS_OF_PART_MAX);
    }

    /// Returns how many a part may have; all parts together have no more than the quota.
    public int ofPart() {
        return sessions / partCount();
    }
}
