package dev.cordon.ecs.action;

import dev.cordon.model.state.PolicyState;

/// An object of a state, with all that is needed to show it.
///
/// @param region that the object is in
record Seen<T>(T it, PolicyState state, String region) {

    /// Returns another object of the same state.
    <U> Seen<U> with(U other) {
        return new Seen<>(other, state, region);
    }
}
