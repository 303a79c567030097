package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.LabelEdit;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Id;
import java.util.List;

/// Moves one object to another resource group.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-joinresourcegroup JoinResourceGroup
record JoinResourceGroup(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("ResourceGroupId", "ResourceId", "ResourceType");

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
        ResourceType type = ResourceType.read(parameters, version());
        Id object = type.object(parameters);
        parameters.required("ResourceGroupId");
        String group = LabelReader.resourceGroup(parameters);
        return parameters.then(
                () -> desk.execute(request, new Command.Relabel(List.of(object), new LabelEdit.Move(group))));
    }
}
