package dev.cordon.store;

/// How many of the newest revisions a store keeps: their changes, and the contents they led to.
///
/// A store that is opened with a smaller limit than before drops the surplus bit by bit, with the
/// commits that follow.
public record HistoryLimit(int revisionCount) {

    /// Most revisions that a store keeps unless told otherwise.
    public static final int HISTORY_REVISIONS_MAX = 100_000;

    public static final HistoryLimit DEFAULT = new HistoryLimit(HISTORY_REVISIONS_MAX);

    public HistoryLimit {
        if (revisionCount < 1) {
            throw new IllegalArgumentException("not a number of revisions to keep `" + revisionCount + "`");
        }
    }
}
