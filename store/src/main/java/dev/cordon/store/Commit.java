package dev.cordon.store;

import dev.cordon.model.state.Revision;

/// Writes that are to follow a certain head, and who asks for them.
///
/// @param expectedHead the head that the caller has seen; with any other the store answers a
///     conflict
public record Commit(Revision expectedHead, Writes writes, Audit audit) {

    /// Returns the revision that this gets if it is committed.
    public Revision revision() {
        return expectedHead.next();
    }

    /// Returns what followers see once this is committed.
    public CommittedChange committed() {
        return new CommittedChange(revision(), writes, audit);
    }
}
