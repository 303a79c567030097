package dev.cordon.ecs.http;

import dev.cordon.ecs.error.EcsError;
import tools.jackson.databind.node.ObjectNode;

/// What an action answers.
public sealed interface EcsResult {

    /// @param body without `RequestId`, which every answer gets
    record Success(ObjectNode body) implements EcsResult {}

    record Failure(EcsError error) implements EcsResult {}
}
