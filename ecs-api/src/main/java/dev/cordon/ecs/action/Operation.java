package dev.cordon.ecs.action;

import dev.cordon.ecs.http.Action;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;

/// One action with the tables that it goes by. Its class has its name.
interface Operation extends Action {

    /// Returns the parameters that it knows.
    Takes takes();

    /// Returns the fields of its answer, all but `RequestId`.
    Fields<?> answers();

    @Override
    default String name() {
        return getClass().getSimpleName();
    }

    @Override
    default String version() {
        return Versions.ECS;
    }

    @Override
    default EcsResult run(EcsRequest request) {
        return run(request, Parameters.of(request, takes()));
    }

    /// @param parameters those of the request; no others can be read than [#takes] has
    EcsResult run(EcsRequest request, Parameters parameters);
}
