package dev.cordon.ecs.action;

import dev.cordon.ecs.http.Action;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Lists VPCs.
///
/// @param version of either product: old clients of ECS know it there
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevpcs
/// DescribeVpcs
record DescribeVpcs(Desk desk, String version) implements Action {

    private static final int SIZE_MAX = 50;

    @Override
    public String name() {
        return "DescribeVpcs";
    }

    @Override
    public EcsResult run(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        Paging paging = Paging.of(parameters, SIZE_MAX);
        Filters<Vpc> filters = new Filters<Vpc>(parameters)
                .is("VpcId", Vpc::id)
                .is("VpcName", vpc -> vpc.details().name())
                .labels();
        return parameters.then(() -> {
            PolicyState state = desk.state();
            Paging.Page<Vpc> page = paging.page(filters.apply(state.vpcs()), Vpc::id);
            Wrapped.list(page.head(), "Vpcs", "Vpc", page.items().stream().map(vpc -> answer(vpc, state)));
            return new EcsResult.Success(page.head());
        });
    }

    private ObjectNode answer(Vpc vpc, PolicyState state) {
        ObjectNode body = Json.object()
                .put("VpcId", vpc.id().value())
                .put("VpcName", vpc.details().name())
                .put("Description", vpc.details().description())
                .put("RegionId", desk.region())
                .put("Status", "Available")
                .put("CidrBlock", vpc.block().toString())
                .put("IsDefault", false)
                .put("VRouterId", "")
                .put("ResourceGroupId", "");
        Answers.putTime(body, "CreationTime", vpc.details());
        Wrapped.texts(
                body,
                "VSwitchIds",
                "VSwitchId",
                state.vSwitches()
                        .filter(vSwitch -> vSwitch.vpc().equals(vpc.id()))
                        .map(VSwitch::id));
        Wrapped.texts(body, "SecondaryCidrBlocks", "SecondaryCidrBlock", Stream.empty());
        Wrapped.list(body, "Tags", "Tag", Stream.empty());
        return body;
    }
}
