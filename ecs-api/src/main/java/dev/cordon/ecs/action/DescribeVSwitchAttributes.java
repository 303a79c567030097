package dev.cordon.ecs.action;

import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.state.PolicyState;

/// Shows one vSwitch.
///
/// @param version of either product
/// @spec
/// https://help.aliyun.com/zh/vpc/developer-reference/api-vpc-2016-04-28-describevswitchattributes
/// DescribeVSwitchAttributes
record DescribeVSwitchAttributes(Desk desk, String version) implements Operation {

    private static final Takes TAKES = Takes.of("VSwitchId");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return VpcAnswer.V_SWITCH;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        VSwitchId id = parameters.id("VSwitchId", VSwitchId::new, NetworkErrors.vSwitchNotFound("of that id"));
        return parameters.then(() -> {
            PolicyState state = desk.state();
            return state.vSwitch(id)
                    .<EcsResult>map(found -> new EcsResult.Success(VpcAnswer.V_SWITCH.write(desk.seen(found, state))))
                    .orElseGet(() -> new EcsResult.Failure(NetworkErrors.vSwitchNotFound(id.value())));
        });
    }
}
