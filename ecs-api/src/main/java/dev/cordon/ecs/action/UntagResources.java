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

/// Takes tags from objects of one kind: those of the keys given, or all.
///
/// @param version of either product
/// @spec https://alibabacloud.com/help/en/ecs/api-untagresources UntagResources
/// @spec
/// https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-untagresources
/// UnTagResources
record UntagResources(Desk desk, String version) implements Operation {

    private static final Takes TAKES = Takes.of("All?", "ResourceId.N", "ResourceType", "TagKey.N");

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
        List<Id> objects = type.objects(parameters);
        LabelReader.limitTags(parameters, "TagKey");
        List<String> keys = parameters.repeated("TagKey");
        LabelEdit edit =
                keys.isEmpty() && parameters.isTrue("All") ? new LabelEdit.UntagAll() : new LabelEdit.Untag(keys);
        return parameters.then(() -> desk.execute(request, new Command.Relabel(objects, edit)));
    }

    @Override
    public String name() {
        return version.equals(Versions.VPC) ? "UnTagResources" : "UntagResources";
    }
}
