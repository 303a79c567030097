package dev.cordon.ecs.action;

import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.Action;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Lists instances. Their groups, addresses and vSwitch are those of their primary ENI.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeinstances DescribeInstances
record DescribeInstances(Desk desk) implements Action {

    private static final int SIZE_MAX = 100;
    private static final Set<String> STATUSES = Set.of("Pending", "Running", "Starting", "Stopping", "Stopped");

    @Override
    public String name() {
        return "DescribeInstances";
    }

    @Override
    public String version() {
        return Versions.ECS;
    }

    @Override
    public EcsResult run(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        Paging paging = Paging.of(parameters, SIZE_MAX);
        Filters<Machine> filters = new Filters<Machine>(parameters)
                .oneOf(parameters.textList("InstanceIds").orElse(List.of()), machine -> Stream.of(machine.id()))
                .oneOf(
                        parameters.textList("PrivateIpAddresses").orElse(List.of()),
                        machine -> Stream.of(machine.primary().addresses().primary()))
                .is("VpcId", machine -> machine.instance().vpc())
                .is("VSwitchId", machine -> machine.primary().vSwitch())
                .is("InstanceName", machine -> machine.instance().details().name())
                .is("InstanceType", machine -> machine.instance().machineType())
                .is("InstanceNetworkType", machine -> Machine.NETWORK)
                .is("Status", machine -> Machine.STATUS)
                .has("SecurityGroupId", machine -> machine.primary().groups().stream())
                .labels();
        parameters.parsed("Status", text -> Optional.of(text).filter(STATUSES::contains), MemberErrors.unknownStatus());
        return Desk.describe(parameters, () -> {
            PolicyState state = desk.state();
            Stream<Machine> machines = state.instances().map(instance -> Machine.of(instance, state));
            Paging.Page<Machine> page = paging.page(filters.apply(machines), Machine::id);
            Wrapped.list(
                    page.head(),
                    "Instances",
                    "Instance",
                    page.items().stream().map(machine -> machine.answer(desk.region(), state)));
            return new EcsResult.Success(page.head());
        });
    }
}
