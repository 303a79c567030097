package dev.cordon.store;

import dev.cordon.model.state.Revision;

/// What came of a commit.
public sealed interface Outcome {

    /// It is durable.
    ///
    /// @param revision its number; of a batch the last one's
    record Committed(Revision revision) implements Outcome {}

    /// It was made for another head; nothing has changed.
    ///
    /// @param head the head it met
    record Conflict(Revision head) implements Outcome {}
}
