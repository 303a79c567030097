package dev.cordon.ecs.action;

import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.PolicyState;

/// Shows one VPC.
///
/// @param version of either product
/// @spec
/// https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevpcattribute
/// DescribeVpcAttribute
record DescribeVpcAttribute(Desk desk, String version) implements Operation {

    private static final Takes TAKES = Takes.of("VpcId").ignoring("IsDefault");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return VpcAnswer.ATTRIBUTE;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        VpcId id = parameters.id("VpcId", VpcId::new, NetworkErrors.vpcNotFound("of that id"));
        return parameters.then(() -> {
            PolicyState state = desk.state();
            return state.vpc(id)
                    .<EcsResult>map(found -> new EcsResult.Success(VpcAnswer.ATTRIBUTE.write(desk.seen(found, state))))
                    .orElseGet(() -> new EcsResult.Failure(NetworkErrors.vpcNotFound(id.value())));
        });
    }
}
