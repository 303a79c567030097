package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Answer;
import dev.cordon.model.policy.Details;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/// What is answered to commands that were accepted.
final class Answers {

    private Answers() {}

    static ObjectNode body(Answer answer, PolicyState state) {
        ObjectNode body = Json.object();
        switch (answer) {
            case Answer.Done() -> {}
            case Answer.RulesAuthorized(var ids) -> {}
            case Answer.RulesRevoked(int count) -> {}
            case Answer.VpcCreated(var id) ->
                body.put("VpcId", id.value())
                        .put("VRouterId", "")
                        .put("RouteTableId", "")
                        .put("ResourceGroupId", "");
            case Answer.VSwitchCreated(var id) -> body.put("VSwitchId", id.value());
            case Answer.GroupCreated(var id) -> body.put("SecurityGroupId", id.value());
            case Answer.InstancesCreated(var ids) ->
                Wrapped.texts(body, "InstanceIdSets", "InstanceIdSet", ids.stream());
            case Answer.EniCreated(var eni) -> body.setAll(EniAnswer.of(eni, state));
        }
        return body;
    }

    /// Appends the time at which an object was made, to the second.
    static void putTime(ObjectNode to, String name, Details details) {
        to.put(name, time(details.createdAt()));
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
