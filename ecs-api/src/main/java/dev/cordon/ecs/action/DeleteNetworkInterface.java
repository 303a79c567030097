package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.EniId;

/// Deletes an ENI that belongs to no instance.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-deletenetworkinterface DeleteNetworkInterface
record DeleteNetworkInterface(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("NetworkInterfaceId");

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
        EniId eni = parameters.id("NetworkInterfaceId", EniId::new, MemberErrors.malformedEniId());
        return parameters.then(() -> desk.execute(request, new Command.DeleteEni(eni)));
    }
}
