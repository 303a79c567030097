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

/// Takes tags from one object; the older way. Without any, all are taken.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-removetags RemoveTags
record RemoveTags(Desk desk) implements Operation {

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
        Map<String, String> tags = LabelReader.tags(parameters);
        LabelEdit edit = tags.isEmpty() ? new LabelEdit.UntagAll() : edit(tags);
        return parameters.then(() -> desk.execute(request, new Command.Relabel(List.of(object), edit)));
    }

    /// A tag without a value is taken whatever its value is.
    private static LabelEdit edit(Map<String, String> tags) {
        return tags.values().stream().allMatch(String::isEmpty)
                ? new LabelEdit.Untag(List.copyOf(tags.keySet()))
                : new LabelEdit.UntagExactly(tags);
    }
}
