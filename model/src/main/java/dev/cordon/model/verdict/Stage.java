package dev.cordon.model.verdict;

/// The question whose answer decided a flow. The names stand on every outside surface: code,
/// manual, counters, kernel comments, JSON.
public enum Stage {
    SESSION,
    RELATED,
    PLATFORM_ALLOW,
    PLATFORM_DENY,
    NO_GROUP,
    INTRA_ACCEPT,
    CUSTOM,
    DEFAULT_ACCEPT,
    DEFAULT_DROP
}
