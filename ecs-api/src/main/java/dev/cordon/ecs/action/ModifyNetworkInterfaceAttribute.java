package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.DetailsEdit;
import dev.cordon.controlplane.command.Edit;
import dev.cordon.controlplane.command.EniEdit;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.List;

/// Changes an ENI: its texts, its settings, and all of its groups at once. What is not given stays.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-modifynetworkinterfaceattribute
/// ModifyNetworkInterfaceAttribute
record ModifyNetworkInterfaceAttribute(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of(
                    "Description", "NetworkInterfaceId", "NetworkInterfaceName", "SecurityGroupId.N")
            .and(EniReader.PARAMETERS)
            .ignoring(
                    "EnablePrimaryIPv6",
                    "EnhancedNetwork.*",
                    "NetworkInterfaceTrafficConfig.*",
                    "QueueNumber",
                    "RxQueueSize",
                    "TxQueueSize");

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
        DetailsEdit details = Texts.edit(
                parameters,
                "NetworkInterfaceName",
                MemberErrors.malformedEniName(),
                MemberErrors.malformedEniDescription());
        List<SecurityGroupId> groups = MemberReader.groups(parameters, "SecurityGroupId");
        EniEdit edit = new EniEdit(
                details, groups.isEmpty() ? Edit.keep() : new Edit.Set<>(groups), EniReader.settings(parameters));
        return parameters.then(() -> desk.execute(request, new Command.ModifyEni(eni, edit)));
    }
}
