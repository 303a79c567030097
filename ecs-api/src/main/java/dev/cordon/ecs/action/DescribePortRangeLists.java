package dev.cordon.ecs.action;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.state.PolicyState;
import java.util.stream.Stream;

/// Lists port range lists.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeportrangelists DescribePortRangeLists
record DescribePortRangeLists(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("PortRangeListId.N", "PortRangeListName")
            .and(LabelReader.PARAMETERS)
            .and(Paging.PARAMETERS);

    private static final Fields<Paging.Page<Seen<PortList>>> ANSWERS =
            Paging.fields("PortRangeLists", PortListAnswer.FIELDS);

    private static final int SIZE_MAX = 100;

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
        Filters<PortList> filters = new Filters<PortList>(parameters)
                .oneOf(parameters.repeated("PortRangeListId"), list -> Stream.of(list.id()))
                .is("PortRangeListName", list -> list.details().name())
                .labels(list -> list.details().labels());
        return parameters.then(() -> {
            PolicyState state = desk.state();
            Paging.Page<PortList> page = paging.page(filters.apply(state.portLists()), PortList::id);
            return new EcsResult.Success(ANSWERS.write(page.map(list -> desk.seen(list, state))));
        });
    }
}
