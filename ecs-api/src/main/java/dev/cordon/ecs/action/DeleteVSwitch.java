package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.VSwitchId;

/// Deletes a vSwitch that holds no ENIs.
///
/// @param version of either product: old clients of ECS know it there
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletevswitch
/// DeleteVSwitch
record DeleteVSwitch(Desk desk, String version) implements Operation {

    private static final Takes TAKES = Takes.of("VSwitchId");

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
        VSwitchId vSwitch = parameters.id("VSwitchId", VSwitchId::new, NetworkErrors.vSwitchNotFound("of that id"));
        return parameters.then(() -> desk.execute(request, new Command.DeleteVSwitch(vSwitch)));
    }
}
