package dev.cordon.ecs.action;

import dev.cordon.ecs.error.PermissionErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.PortListId;

/// Shows the entries of a port range list, in the order in which they were added.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeportrangelistentries
/// DescribePortRangeListEntries
record DescribePortRangeListEntries(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("PortRangeListId");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return PortListAnswer.ENTRIES;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        PortListId id =
                parameters.id("PortRangeListId", PortListId::new, PermissionErrors.portListNotFound("of that id"));
        return parameters.then(() -> desk.state()
                .portList(id)
                .<EcsResult>map(list -> new EcsResult.Success(PortListAnswer.ENTRIES.write(list)))
                .orElseGet(() -> new EcsResult.Failure(PermissionErrors.portListNotFound(id.value()))));
    }
}
