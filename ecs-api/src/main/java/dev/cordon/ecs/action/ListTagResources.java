package dev.cordon.ecs.action;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Described;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Lists the tags of objects of one kind, a row for each tag. A page ends with all tags of an
/// object.
///
/// @param version of either product
/// @spec https://alibabacloud.com/help/en/ecs/api-listtagresources ListTagResources
record ListTagResources(Desk desk, String version) implements Operation {

    private static final Takes VPC =
            Takes.of("ResourceId.N", "ResourceType", "Tag.N.Key", "Tag.N.Value").and(Paging.PARAMETERS);
    private static final Takes ECS = VPC.and("TagFilter.N.TagKey", "TagFilter.N.TagValues.N");

    private static final int SIZE_MAX = 100;

    private record Row(String id, String type, String key, String value) {}

    private record Rows(List<Row> all, String token) {}

    private static final Fields<Rows> ANSWERS = Fields.<Rows>none()
            .list(
                    "TagResources.TagResource",
                    rows -> rows.all().stream(),
                    Fields.<Row>none()
                            .text("ResourceId", Row::id)
                            .text("ResourceType", Row::type)
                            .text("TagKey", Row::key)
                            .text("TagValue", Row::value))
            .text("NextToken", Rows::token);

    @Override
    public Takes takes() {
        return version.equals(Versions.VPC) ? VPC : ECS;
    }

    @Override
    public Fields<?> answers() {
        return ANSWERS;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        ResourceType type = ResourceType.read(parameters, version);
        ResourceType.limitObjects(parameters);
        LabelReader.limitTags(parameters, "Tag");
        Paging paging = Paging.of(parameters, SIZE_MAX);
        Filters<Described> filters = new Filters<Described>(parameters)
                .ids(parameters.repeated("ResourceId"))
                .tags(object -> object.details().labels());
        Predicate<Described> fits = version.equals(Versions.VPC) ? object -> true : filter(parameters);
        return parameters.then(() -> {
            PolicyState state = desk.state();
            Stream<Described> found = filters.apply(
                            () -> state.described(type.kind()), id -> state.described(type.kind(), id))
                    .filter(object -> !object.details().labels().tags().isEmpty())
                    .filter(fits);
            Paging.Page<Described> page = paging.page(found, Described::id);
            List<Row> rows =
                    page.items().stream().flatMap(object -> rows(object, type)).toList();
            return new EcsResult.Success(ANSWERS.write(new Rows(rows, page.token())));
        });
    }

    private static Stream<Row> rows(Described object, ResourceType type) {
        return object.details().labels().tags().entrySet().stream()
                .map(tag -> new Row(object.id().value(), type.name(), tag.getKey(), tag.getValue()));
    }

    /// Every filter must be met: by its key, and by one of its values if it has any.
    private static Predicate<Described> filter(Parameters parameters) {
        Predicate<Described> all = object -> true;
        for (Parameters filter : parameters.nested("TagFilter")) {
            String key = filter.text("TagKey").orElse("");
            List<String> values = filter.repeated("TagValues");
            all = all.and(
                    object -> Stream.ofNullable(object.details().labels().tags().get(key))
                            .anyMatch(value -> values.isEmpty() || values.contains(value)));
        }
        return all;
    }
}
