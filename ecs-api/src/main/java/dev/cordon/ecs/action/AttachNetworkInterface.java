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

/// Makes a free ENI a secondary one of an instance of its VPC and zone.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-attachnetworkinterface AttachNetworkInterface
record AttachNetworkInterface(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("InstanceId", "NetworkInterfaceId")
            .ignoring("NetworkCardIndex", "TrunkNetworkInstanceId", "WaitForNetworkConfigurationReady");

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
        return parameters.then(() -> desk.execute(request, new Command.AttachEni(eni, instance)));
    }
}
