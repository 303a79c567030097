package dev.cordon.ecs.action;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Described;
import dev.cordon.model.state.Kind;
import dev.cordon.model.state.PolicyState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Lists the tags that there are, each once, with how many objects of each kind have it.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describetags DescribeTags
record DescribeTags(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("ResourceId", "ResourceType", "Tag.N.Key", "Tag.N.Value")
            .and(Paging.PARAMETERS)
            .ignoring("Category");

    private static final int SIZE_MAX = 100;

    private record Counted(String key, String value, Map<Kind, Integer> counts) {

        int count(Kind kind) {
            return counts.getOrDefault(kind, 0);
        }
    }

    private static final Fields<Paging.Page<Counted>> ANSWERS = Paging.fields(
            "Tags.Tag",
            Fields.<Counted>none()
                    .text("TagKey", Counted::key)
                    .text("TagValue", Counted::value)
                    .number("ResourceTypeCount.Eni", tag -> tag.count(Kind.ENI))
                    .number("ResourceTypeCount.Instance", tag -> tag.count(Kind.INSTANCE))
                    .number("ResourceTypeCount.Securitygroup", tag -> tag.count(Kind.GROUP))
                    .noNumber("ResourceTypeCount.Ddh", "ResourceTypeCount.Disk", "ResourceTypeCount.Image")
                    .noNumber("ResourceTypeCount.KeyPair", "ResourceTypeCount.LaunchTemplate")
                    .noNumber("ResourceTypeCount.ReservedInstance", "ResourceTypeCount.Snapshot")
                    .noNumber("ResourceTypeCount.SnapshotPolicy", "ResourceTypeCount.Volume"));

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return ANSWERS;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        Paging paging = Paging.of(parameters, SIZE_MAX);
        Optional<ResourceType> wanted = ResourceType.optional(parameters, Versions.ECS);
        Filters<Described> filters = new Filters<Described>(parameters)
                .id("ResourceId")
                .tags(object -> object.details().labels());
        return parameters.then(() -> {
            Stream<Kind> kinds = wanted.map(type -> Stream.of(type.kind()))
                    .orElseGet(() ->
                            ResourceType.of(Versions.ECS).values().stream().map(ResourceType::kind));
            Map<List<String>, Map<Kind, Integer>> counts = new TreeMap<>(DescribeTags::compare);
            PolicyState state = desk.state();
            kinds.forEach(kind -> filters.apply(() -> state.described(kind), id -> state.described(kind, id))
                    .flatMap(object -> object.details().labels().tags().entrySet().stream())
                    .forEach(tag -> counts.computeIfAbsent(
                                    List.of(tag.getKey(), tag.getValue()), none -> new EnumMap<>(Kind.class))
                            .merge(kind, 1, Integer::sum)));
            List<Counted> tags = counts.entrySet().stream()
                    .map(tag ->
                            new Counted(tag.getKey().getFirst(), tag.getKey().getLast(), tag.getValue()))
                    .toList();
            return new EcsResult.Success(ANSWERS.write(paging.slice(tags)));
        });
    }

    /// By key, then by value.
    private static int compare(List<String> first, List<String> second) {
        int byKey = first.getFirst().compareTo(second.getFirst());
        return byKey != 0 ? byKey : first.getLast().compareTo(second.getLast());
    }
}
