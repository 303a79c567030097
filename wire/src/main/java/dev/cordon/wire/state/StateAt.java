package dev.cordon.wire.state;

import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;

/// A state, and the revision at which it was so.
public record StateAt(Revision revision, PolicyState state) {}
