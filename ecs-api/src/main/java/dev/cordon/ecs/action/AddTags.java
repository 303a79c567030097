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
import java.util.Map;

/// Gives tags to one object; the older way.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-addtags AddTags
record AddTags(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("ResourceId", "ResourceType", "Tag.N.Key", "Tag.N.Value");

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
        Map<String, String> tags = LabelReader.someTags(parameters);
        return parameters.then(
                () -> desk.execute(request, new Command.Relabel(List.of(object), new LabelEdit.Tag(tags))));
    }
}
