package dev.cordon.ecs.action;

import dev.cordon.model.state.PolicyState;

/// An object of a state, with all that is needed to show it.
///
/// @param state what its owner has
/// @param neighbours whom its owner's rules may name besides
/// @param region that the object is in
record Seen<T>(T it, PolicyState state, Neighbours neighbours, String region) {

    /// Returns another object of the same state.
    <U> Seen<U> with(U other) {
        return new Seen<>(other, state, neighbours, region);
    }
}
