package dev.cordon.ecs.action;

import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.state.PolicyState;

/// Shows one instance.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeinstanceattribute
/// DescribeInstanceAttribute
record DescribeInstanceAttribute(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("InstanceId");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return MachineAnswer.ATTRIBUTE;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        InstanceId id = parameters.id("InstanceId", InstanceId::new, MemberErrors.malformedInstanceId());
        return parameters.then(() -> {
            PolicyState state = desk.state();
            return state.instance(id)
                    .<EcsResult>map(instance -> new EcsResult.Success(
                            MachineAnswer.ATTRIBUTE.write(desk.seen(Machine.of(instance, state), state))))
                    .orElseGet(() -> new EcsResult.Failure(MemberErrors.instanceNotFound(id)));
        });
    }
}
