package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.DetailsEdit;
import dev.cordon.ecs.error.GroupErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.SecurityGroupId;

/// Changes the name and the description of a group. What is not given stays; an empty description
/// clears it.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-modifysecuritygroupattribute
/// ModifySecurityGroupAttribute
record ModifySecurityGroupAttribute(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("Description", "SecurityGroupId", "SecurityGroupName");

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
        DetailsEdit edit = Texts.edit(
                parameters, "SecurityGroupName", GroupErrors.malformedName(), GroupErrors.malformedDescription());
        return parameters.then(() -> desk.execute(request, new Command.ModifyGroup(group, edit)));
    }
}
