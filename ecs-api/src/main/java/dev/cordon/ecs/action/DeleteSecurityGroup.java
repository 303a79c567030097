package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.GroupErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.SecurityGroupId;

/// Deletes a group that has no members and that no rule of another group names.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-deletesecuritygroup DeleteSecurityGroup
record DeleteSecurityGroup(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("SecurityGroupId");

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
        return parameters.then(() -> desk.execute(request, new Command.DeleteGroup(group)));
    }
}
