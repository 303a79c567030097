package dev.cordon.ecs.action;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.state.PolicyState;
import java.util.stream.Stream;

/// Lists prefix lists.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeprefixlists DescribePrefixLists
record DescribePrefixLists(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("AddressFamily", "PrefixListId.N", "PrefixListName")
            .and(LabelReader.PARAMETERS)
            .and(Paging.PARAMETERS);

    private static final Fields<Paging.Page<Seen<PrefixList>>> ANSWERS =
            Paging.fields("PrefixLists.PrefixList", PrefixListAnswer.FIELDS);

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
        Filters<PrefixList> filters = new Filters<PrefixList>(parameters)
                .oneOf(parameters.repeated("PrefixListId"), list -> Stream.of(list.id()))
                .is("PrefixListName", list -> list.details().name())
                .is("AddressFamily", PrefixListAnswer::family)
                .labels(list -> list.details().labels());
        return parameters.then(() -> {
            PolicyState state = desk.state();
            Paging.Page<PrefixList> page = paging.page(filters.apply(state.prefixLists()), PrefixList::id);
            return new EcsResult.Success(ANSWERS.write(page.map(list -> desk.seen(list, state))));
        });
    }
}
