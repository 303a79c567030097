package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.Power;

/// Lets an instance run that was stopped.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-startinstance StartInstance
record StartInstance(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("InstanceId").ignoring("InitLocalDisk");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return Answers.DONE;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        InstanceId instance = parameters.id("InstanceId", InstanceId::new, MemberErrors.malformedInstanceId());
        return parameters.then(() -> desk.execute(request, new Command.SetPower(instance, Power.RUNNING)));
    }
}
