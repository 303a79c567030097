package dev.cordon.store;

import dev.cordon.model.state.Revision;

/// A commit that has taken place.
public record CommittedChange(Revision revision, Writes writes, Audit audit) implements Watch.Event {}
