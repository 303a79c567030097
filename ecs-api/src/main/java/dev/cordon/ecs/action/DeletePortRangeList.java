package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.PermissionErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.PortListId;

/// Deletes a port range list that no rule names.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-deleteportrangelist DeletePortRangeList
record DeletePortRangeList(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("PortRangeListId");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.DONE;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        PortListId list =
                parameters.id("PortRangeListId", PortListId::new, PermissionErrors.portListNotFound("of that id"));
        return parameters.then(() -> desk.execute(request, new Command.DeletePortList(list)));
    }
}
