package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.Member;
import dev.cordon.ecs.error.GroupErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.SecurityGroupId;

/// Puts an ENI, or the primary ENI of an instance, into one more group.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-joinsecuritygroup JoinSecurityGroup
record JoinSecurityGroup(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("SecurityGroupId", "InstanceId", "NetworkInterfaceId");

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
        SecurityGroupId group = parameters.id("SecurityGroupId", SecurityGroupId::new, GroupErrors.malformedId());
        Member member = MemberReader.read(parameters);
        return parameters.then(() -> desk.execute(request, new Command.AttachGroup(member, group)));
    }
}
