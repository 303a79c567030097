package dev.cordon.ecs.action;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.state.PolicyState;

/// Lists vSwitches.
///
/// @param version of either product: old clients of ECS know it there
/// @spec
/// https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevswitches
/// DescribeVSwitches
record DescribeVSwitches(Desk desk, String version) implements Operation {

    private static final Takes TAKES = Takes.of("VSwitchId", "VSwitchName", "VpcId", "ZoneId")
            .and(LabelReader.PARAMETERS)
            .and(Paging.PARAMETERS)
            .ignoring("EnableIpv6", "IsDefault", "RouteTableId", "VSwitchOwnerId");

    private static final Fields<Paging.Page<Seen<VSwitch>>> ANSWERS =
            Paging.fields("VSwitches.VSwitch", VpcAnswer.V_SWITCH);

    private static final int SIZE_MAX = 50;

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
        Filters<VSwitch> filters = new Filters<VSwitch>(parameters)
                .id("VSwitchId")
                .is("VpcId", VSwitch::vpc)
                .is("ZoneId", VSwitch::zone)
                .is("VSwitchName", vSwitch -> vSwitch.details().name())
                .labels(vSwitch -> vSwitch.details().labels());
        return parameters.then(() -> {
            PolicyState state = desk.state();
            Paging.Page<VSwitch> page =
                    paging.page(filters.apply(state::vSwitches, id -> state.vSwitch(new VSwitchId(id))), VSwitch::id);
            return new EcsResult.Success(ANSWERS.write(page.map(vSwitch -> desk.seen(vSwitch, state))));
        });
    }
}
