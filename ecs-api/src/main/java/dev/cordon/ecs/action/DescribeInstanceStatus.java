package dev.cordon.ecs.action;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.state.PolicyState;

/// Lists instances with their status alone.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeinstancestatus DescribeInstanceStatus
record DescribeInstanceStatus(Desk desk) implements Operation {

    private static final Takes TAKES =
            Takes.of("InstanceId.N", "ZoneId").and(Paging.PARAMETERS).ignoring("ClusterId");

    private static final Fields<Paging.Page<Instance>> ANSWERS = Paging.fields(
            "InstanceStatuses.InstanceStatus",
            Fields.<Instance>none().text("InstanceId", Instance::id).text("Status", Machine::status));

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
        PolicyState state = desk.state();
        Filters<Instance> filters = new Filters<Instance>(parameters)
                .ids(parameters.repeated("InstanceId"))
                .is("ZoneId", instance -> zone(instance, state));
        return parameters.then(() -> new EcsResult.Success(ANSWERS.write(
                paging.page(filters.apply(state::instances, id -> state.instance(new InstanceId(id))), Instance::id))));
    }

    private static String zone(Instance instance, PolicyState state) {
        return state.vSwitch(Machine.of(instance, state).primary().vSwitch())
                .map(VSwitch::zone)
                .orElseThrow();
    }
}
