package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.InstanceId;

/// Frees a secondary ENI from its instance.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-detachnetworkinterface DetachNetworkInterface
record DetachNetworkInterface(Desk desk) implements Operation {

    private static final Takes TAKES =
            Takes.of("InstanceId", "NetworkInterfaceId").ignoring("TrunkNetworkInstanceId");

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
        InstanceId instance = parameters.id("InstanceId", InstanceId::new, MemberErrors.malformedInstanceIdOfEni());
        return parameters.then(() -> desk.execute(request, new Command.DetachEni(eni, instance)));
    }
}
