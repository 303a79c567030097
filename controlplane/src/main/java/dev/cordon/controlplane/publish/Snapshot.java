package dev.cordon.controlplane.publish;

import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;

/// The state as it was at a revision.
public record Snapshot(Revision revision, PolicyState state) {}
