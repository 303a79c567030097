package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.InstanceId;
import java.util.List;

/// Deletes instances with their primary ENIs: all of them, or none.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-deleteinstances DeleteInstances
record DeleteInstances(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("InstanceId.N").ignoring("Force", "ForceStop", "TerminateSubscription");

    private static final int COUNT_MAX = 100;

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
        List<String> ids = parameters.repeated("InstanceId");
        if (ids.isEmpty()) {
            parameters.wrong(GeneralErrors.missingParameter("InstanceId.N"));
        }
        if (ids.size() > COUNT_MAX) {
            parameters.wrong(GeneralErrors.invalidParameter("InstanceId.N", "up to " + COUNT_MAX + " instances"));
        }
        if (!ids.stream().allMatch(Id::isWellFormed)) {
            parameters.wrong(MemberErrors.malformedInstanceId());
        }
        return parameters.then(() -> desk.execute(
                request,
                new Command.DeleteInstances(
                        ids.stream().distinct().map(InstanceId::new).toList())));
    }
}
