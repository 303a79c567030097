package dev.cordon.ecs.action;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.PolicyState;

/// Lists VPCs.
///
/// @param version of either product: old clients of ECS know it there
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevpcs
/// DescribeVpcs
record DescribeVpcs(Desk desk, String version) implements Operation {

    private static final Takes TAKES = Takes.of("VpcId", "VpcName")
            .and(LabelReader.PARAMETERS)
            .and(Paging.PARAMETERS)
            .ignoring("DhcpOptionsSetId", "EnableIpv6", "IsDefault", "VpcOwnerId");

    private static final Fields<Paging.Page<Seen<Vpc>>> ANSWERS = Paging.fields("Vpcs.Vpc", VpcAnswer.FIELDS);

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
        Filters<Vpc> filters = new Filters<Vpc>(parameters)
                .id("VpcId")
                .is("VpcName", vpc -> vpc.details().name())
                .labels(vpc -> vpc.details().labels());
        return parameters.then(() -> {
            PolicyState state = desk.state();
            Paging.Page<Vpc> page = paging.page(filters.apply(state::vpcs, id -> state.vpc(new VpcId(id))), Vpc::id);
            return new EcsResult.Success(ANSWERS.write(page.map(vpc -> desk.seen(vpc, state))));
        });
    }
}
