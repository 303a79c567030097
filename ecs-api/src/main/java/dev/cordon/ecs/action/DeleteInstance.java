package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.Action;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.InstanceId;

/// Deletes an instance with its primary ENI.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-deleteinstance DeleteInstance
record DeleteInstance(Desk desk) implements Action {

    @Override
    public String name() {
        return "DeleteInstance";
    }

    @Override
    public String version() {
        return Versions.ECS;
    }

    @Override
    public EcsResult run(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        InstanceId instance = parameters.id("InstanceId", InstanceId::new, MemberErrors.malformedInstanceId());
        return parameters.then(() -> desk.execute(request, new Command.DeleteInstance(instance)));
    }
}
