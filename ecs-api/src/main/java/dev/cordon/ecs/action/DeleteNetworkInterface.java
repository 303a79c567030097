package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.Action;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.EniId;

/// Deletes an ENI that belongs to no instance.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-deletenetworkinterface DeleteNetworkInterface
record DeleteNetworkInterface(Desk desk) implements Action {

    @Override
    public String name() {
        return "DeleteNetworkInterface";
    }

    @Override
    public String version() {
        return Versions.ECS;
    }

    @Override
    public EcsResult run(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        EniId eni = parameters.id("NetworkInterfaceId", EniId::new, MemberErrors.malformedEniId());
        return parameters.then(() -> desk.execute(request, new Command.DeleteEni(eni)));
    }
}
