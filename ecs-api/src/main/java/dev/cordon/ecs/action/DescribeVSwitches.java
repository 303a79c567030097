package dev.cordon.ecs.action;

import dev.cordon.ecs.http.Action;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.wire.Json;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Lists vSwitches.
///
/// @param version of either product: old clients of ECS know it there
/// @spec
/// https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevswitches
/// DescribeVSwitches
record DescribeVSwitches(Desk desk, String version) implements Action {

    private static final int SIZE_MAX = 50;

    @Override
    public String name() {
        return "DescribeVSwitches";
    }

    @Override
    public EcsResult run(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        Paging paging = Paging.of(parameters, SIZE_MAX);
        Filters<VSwitch> filters = new Filters<VSwitch>(parameters)
                .is("VSwitchId", VSwitch::id)
                .is("VpcId", VSwitch::vpc)
                .is("ZoneId", VSwitch::zone)
                .is("VSwitchName", vSwitch -> vSwitch.details().name())
                .labels();
        return parameters.then(() -> {
            Paging.Page<VSwitch> page = paging.page(filters.apply(desk.state().vSwitches()), VSwitch::id);
            Wrapped.list(
                    page.head(), "VSwitches", "VSwitch", page.items().stream().map(DescribeVSwitches::answer));
            return new EcsResult.Success(page.head());
        });
    }

    private static ObjectNode answer(VSwitch vSwitch) {
        ObjectNode body = Json.object()
                .put("VSwitchId", vSwitch.id().value())
                .put("VSwitchName", vSwitch.details().name())
                .put("Description", vSwitch.details().description())
                .put("VpcId", vSwitch.vpc().value())
                .put("ZoneId", vSwitch.zone())
                .put("Status", "Available")
                .put("CidrBlock", vSwitch.block().toString())
                .put("IsDefault", false)
                .put("ResourceGroupId", "");
        Answers.putTime(body, "CreationTime", vSwitch.details());
        Wrapped.list(body, "Tags", "Tag", Stream.empty());
        return body;
    }
}
