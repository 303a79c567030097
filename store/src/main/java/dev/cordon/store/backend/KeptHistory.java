package dev.cordon.store.backend;

import dev.cordon.model.state.Revision;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.OutOfHistory;
import dev.cordon.store.OutOfHistory.Ahead;
import dev.cordon.store.OutOfHistory.Compacted;
import java.util.Optional;

/// The stretch of revisions that a store can tell about.
///
/// @param oldest the oldest revision whose contents can be read; changes are kept from the next one
///     on
/// @param head the newest revision
public record KeptHistory(Revision oldest, Revision head) {

    /// Most revisions dropped by one commit: one to keep the length, one more to catch up with a
    /// limit that was lowered, so that no commit waits for a long clean-up.
    static final long COMPACTED_PER_COMMIT_MAX = 2;

    public KeptHistory {
        if (oldest.compareTo(head) > 0) {
            throw new IllegalArgumentException("oldest revision " + oldest + " is after the head `" + head + "`");
        }
    }

    /// Returns why a revision cannot be told about; empty if it can.
    public Optional<OutOfHistory> outside(Revision revision) {
        if (revision.compareTo(oldest) < 0) {
            return Optional.of(new Compacted(oldest));
        }
        return revision.compareTo(head) > 0 ? Optional.of(new Ahead(head)) : Optional.empty();
    }

    /// Returns how many of the oldest changes the next commit has to drop.
    public long surplus(HistoryLimit limit) {
        long keptAfterwards = head.next().number() - oldest.number();
        return Math.clamp(keptAfterwards - limit.revisionCount(), 0, COMPACTED_PER_COMMIT_MAX);
    }
}
