package dev.cordon.ecs.action;

import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.PolicyState;

/// Shows one ENI, whichever attributes are asked for.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describenetworkinterfaceattribute
/// DescribeNetworkInterfaceAttribute
record DescribeNetworkInterfaceAttribute(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("NetworkInterfaceId").ignoring("Attribute", "Tag.*");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return EniAnswer.ATTRIBUTE;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        EniId id = parameters.id("NetworkInterfaceId", EniId::new, MemberErrors.malformedEniId());
        return parameters.then(() -> {
            PolicyState state = desk.state();
            return state.eni(id)
                    .<EcsResult>map(eni -> new EcsResult.Success(EniAnswer.ATTRIBUTE.write(desk.seen(eni, state))))
                    .orElseGet(() -> new EcsResult.Failure(MemberErrors.eniNotFound(id)));
        });
    }
}
