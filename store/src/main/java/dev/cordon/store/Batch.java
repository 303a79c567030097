package dev.cordon.store;

import dev.cordon.model.state.Revision;
import java.util.List;

/// Commits of which each expects the revision of the one before, made durable together or not at
/// all.
///
/// Each keeps its own revision and its own line in the audit log; the wait for the disk is shared.
/// A writer that decides faster than the disk answers puts what has queued up into one batch.
public record Batch(List<Commit> commits) {

    /// Most commits that wait for one answer.
    public static final int COMMIT_COUNT_MAX = 1_000;

    /// Most bytes of keys and values in one batch.
    public static final long BYTE_COUNT_MAX = 32L << 20;

    public Batch {
        commits = List.copyOf(commits);
        if (commits.isEmpty() || commits.size() > COMMIT_COUNT_MAX) {
            throw new IllegalArgumentException(
                    "not a batch of 1 to " + COMMIT_COUNT_MAX + " commits `" + commits.size() + "`");
        }
        long byteCount = 0;
        Revision expected = commits.getFirst().expectedHead();
        for (Commit commit : commits) {
            if (!commit.expectedHead().equals(expected)) {
                throw new IllegalArgumentException(
                        "commit after revision " + expected + " expects `" + commit.expectedHead() + "`");
            }
            byteCount += commit.writes().byteCount();
            expected = commit.revision();
        }
        if (byteCount > BYTE_COUNT_MAX) {
            throw new IllegalArgumentException(
                    "too many bytes in a batch: `" + byteCount + "`, limit " + BYTE_COUNT_MAX);
        }
    }

    public static Batch of(Commit commit) {
        return new Batch(List.of(commit));
    }

    /// Returns the head that the first commit expects.
    public Revision expectedHead() {
        return commits.getFirst().expectedHead();
    }

    /// Returns the revision that the last commit gets.
    public Revision revision() {
        return commits.getLast().revision();
    }
}
