package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.VpcId;

/// Deletes a VPC that holds neither vSwitches nor groups.
///
/// @param version of either product: old clients of ECS know it there
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletevpc
/// DeleteVpc
record DeleteVpc(Desk desk, String version) implements Operation {

    private static final Takes TAKES = Takes.of("VpcId").ignoring("ForceDelete");

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
        VpcId vpc = parameters.id("VpcId", VpcId::new, NetworkErrors.vpcNotFound("of that id"));
        return parameters.then(() -> desk.execute(request, new Command.DeleteVpc(vpc)));
    }
}
