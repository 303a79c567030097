package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.DetailsEdit;
import dev.cordon.controlplane.command.Edit;
import dev.cordon.controlplane.command.InstanceEdit;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Deletion;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.List;

/// Changes an instance: its texts, its protection, and all groups of its primary ENI at once. What
/// is not given stays.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-modifyinstanceattribute ModifyInstanceAttribute
record ModifyInstanceAttribute(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of(
                    "DeletionProtection?",
                    "Description",
                    "HostName",
                    "InstanceId",
                    "InstanceName",
                    "SecurityGroupIds.N")
            .ignoring(
                    "CpuOptions.*",
                    "CreditSpecification",
                    "EnableJumboFrame",
                    "EnableNetworkEncryption",
                    "NetworkInterfaceQueueNumber",
                    "Password",
                    "PrivateDnsNameOptions.*",
                    "Recyclable",
                    "RemoteConnectionOptions.*",
                    "UserData");

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
        InstanceId instance = parameters.id("InstanceId", InstanceId::new, MemberErrors.malformedInstanceId());
        DetailsEdit details = Texts.edit(
                parameters,
                "InstanceName",
                MemberErrors.malformedInstanceName(),
                MemberErrors.malformedInstanceDescription());
        String hostName = InstanceReader.hostName(parameters);
        List<SecurityGroupId> groups = MemberReader.groups(parameters, "SecurityGroupIds");
        InstanceEdit edit = new InstanceEdit(
                details,
                hostName.isEmpty() ? Edit.keep() : new Edit.Set<>(hostName),
                parameters
                        .flag("DeletionProtection")
                        .<Edit<Deletion>>map(yes -> new Edit.Set<>(yes ? Deletion.PROTECTED : Deletion.ALLOWED))
                        .orElseGet(Edit::keep),
                groups.isEmpty() ? Edit.keep() : new Edit.Set<>(groups));
        return parameters.then(() -> desk.execute(request, new Command.ModifyInstance(instance, edit)));
    }
}
