package dev.cordon.store.contract;

import dev.cordon.model.state.Revision;
import dev.cordon.store.Commit;
import dev.cordon.store.CommittedChange;
import dev.cordon.store.Contents;
import java.util.List;

/// What went into a store and what came out of it, as its callers saw it.
///
/// @param acknowledged in no order
/// @param watched each started somewhere and was ended at or after the last commit, or broken off
/// @param reads contents at various revisions
/// @param head after the last commit
public record Recording(List<Acknowledged> acknowledged, List<Watched> watched, List<Contents> reads, Revision head) {

    /// A commit, and the revision that the store answered.
    public record Acknowledged(Revision revision, Commit commit) {}

    /// What one watch delivered, in that order.
    ///
    /// @param last the revision that it had to reach
    public record Watched(Revision after, List<CommittedChange> changes, Revision last) {

        public Watched {
            changes = List.copyOf(changes);
        }

        List<Revision> revisions() {
            return changes.stream().map(CommittedChange::revision).toList();
        }
    }

    public Recording {
        acknowledged = List.copyOf(acknowledged);
        watched = List.copyOf(watched);
        reads = List.copyOf(reads);
    }
}
