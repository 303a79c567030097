package dev.cordon.model.policy;

/// The points in which sources disagree on what security groups mean, chosen per deployment.
///
/// @param intraEgress where sharing a group stands among the clauses of egress
/// @param isolation whether a shared isolated group beats a shared interconnected one
/// @param change what happens to a session whose verdict turns to drop
public record Profile(IntraEgress intraEgress, Isolation isolation, ChangePolicy change) {

    public static final Profile ALIYUN_DEFAULT =
            new Profile(IntraEgress.FIRST, Isolation.LOWEST, ChangePolicy.REVALIDATE);

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
}
