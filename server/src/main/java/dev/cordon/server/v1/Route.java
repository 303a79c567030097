package dev.cordon.server.v1;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;

/// One question of `/v1`, or one thing that it does.
public interface Route {

    /// Returns the last part of the path.
    String name();

    /// Tells what it does: what changes something is asked by POST alone.
    default Effect effect() {
        return Effect.LOOKS;
    }

    EcsResult answer(EcsRequest request);

    /// Whether something is changed.
    enum Effect {
        LOOKS,
        CHANGES
    }
}
