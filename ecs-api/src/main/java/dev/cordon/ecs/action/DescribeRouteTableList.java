package dev.cordon.ecs.action;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.PolicyState;

/// Lists route tables: each VPC has one, which belongs to its router.
///
/// @spec
/// https://help.aliyun.com/zh/vpc/developer-reference/api-vpc-2016-04-28-describeroutetablelist
/// DescribeRouteTableList
record DescribeRouteTableList(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("RouteTableId", "RouterId", "VpcId")
            .and(Paging.PARAMETERS)
            .ignoring("ResourceGroupId", "RouteTableName", "RouteTableType", "RouterType", "Tag.*");

    private static final int SIZE_MAX = 50;

    private static final Fields<Paging.Page<Seen<Vpc>>> ANSWERS =
            Paging.fields("RouterTableList.RouterTableListType", VpcAnswer.ROUTE_TABLE);

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
        Filters<Vpc> filters = new Filters<Vpc>(parameters)
                .id("VpcId")
                .is("RouterId", vpc -> VpcAnswer.router(vpc.id()))
                .is("RouteTableId", vpc -> VpcAnswer.routeTable(vpc.id()));
        return parameters.then(() -> {
            PolicyState state = desk.state();
            Paging.Page<Vpc> page = paging.page(filters.apply(state::vpcs, id -> state.vpc(new VpcId(id))), Vpc::id);
            return new EcsResult.Success(ANSWERS.write(page.map(vpc -> desk.seen(vpc, state))));
        });
    }

    @Override
    public String version() {
        return Versions.VPC;
    }
}
