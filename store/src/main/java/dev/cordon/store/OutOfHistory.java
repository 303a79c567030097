package dev.cordon.store;

import dev.cordon.model.state.Revision;

/// A revision that the store cannot tell about. A follower that meets this reads the head and
/// starts over.
public sealed interface OutOfHistory extends Reading, History, Watch.Event {

    /// The revision is older than what is kept.
    ///
    /// @param oldest the oldest revision that can still be read, and that a watch or a history can
    ///     start after
    record Compacted(Revision oldest) implements OutOfHistory {}

    /// The store has not come as far as the revision: it comes from another store, or from this one
    /// before an older copy was put back.
    record Ahead(Revision head) implements OutOfHistory {}
}
