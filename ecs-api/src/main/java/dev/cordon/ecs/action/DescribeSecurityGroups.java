package dev.cordon.ecs.action;

import dev.cordon.ecs.http.Action;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Lists groups. One that does not exist is no mistake here, but an empty list.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describesecuritygroups DescribeSecurityGroups
record DescribeSecurityGroups(Desk desk) implements Action {

    private static final int SIZE_MAX = 100;

    /// How one group is shown.
    private interface Shown {
        ObjectNode of(SecurityGroup group, PolicyState state);
    }

    @Override
    public String name() {
        return "DescribeSecurityGroups";
    }

    @Override
    public String version() {
        return Versions.ECS;
    }

    @Override
    public EcsResult run(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        Paging paging = Paging.of(parameters, SIZE_MAX);
        Filters<SecurityGroup> filters = new Filters<SecurityGroup>(parameters)
                .is("VpcId", SecurityGroup::vpc)
                .is("SecurityGroupId", SecurityGroup::id)
                .oneOf(parameters.textList("SecurityGroupIds").orElse(List.of()), group -> Stream.of(group.id()))
                .is("SecurityGroupName", group -> group.details().name())
                .is("SecurityGroupType", group -> GroupAnswer.type(group.type()))
                .is("ServiceManaged", GroupAnswer::isServiceManaged)
                .is("NetworkType", group -> Machine.NETWORK)
                .labels();
        return Desk.describe(parameters, () -> answer(paging, filters, counted(parameters)));
    }

    private EcsResult answer(Paging paging, Filters<SecurityGroup> filters, Shown shown) {
        PolicyState state = desk.state();
        Paging.Page<SecurityGroup> page = paging.page(filters.apply(state.groups()), SecurityGroup::id);
        ObjectNode body = page.head().put("RegionId", desk.region());
        Wrapped.list(
                body, "SecurityGroups", "SecurityGroup", page.items().stream().map(group -> shown.of(group, state)));
        return new EcsResult.Success(body);
    }

    /// Instances are counted for those who ask.
    private static Shown counted(Parameters parameters) {
        return parameters.isTrue("IsQueryEcsCount")
                ? (group, state) ->
                        GroupAnswer.of(group, state).put("EcsCount", GroupAnswer.instanceCount(group, state))
                : GroupAnswer::of;
    }
}
