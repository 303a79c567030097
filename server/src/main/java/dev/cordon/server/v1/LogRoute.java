package dev.cordon.server.v1;

import dev.cordon.controlplane.execute.ControlPlane;
import dev.cordon.controlplane.execute.LogLine;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.state.Revision;
import dev.cordon.wire.Json;
import dev.cordon.wire.record.WhoForm;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/log`: who changed what, when and from where, the oldest first, and who tried to.
public record LogRoute(ControlPlane controlPlane) implements Route {

    /// Changes of one answer, and as many attempts.
    static final int COUNT_MAX = 1_000;

    @Override
    public String name() {
        return "log";
    }

    @Override
    public EcsResult answer(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        int after = parameters.number("after", 0, 999_999_999, 0);
        int count = parameters.number("count", 1, COUNT_MAX, COUNT_MAX);
        return parameters.then(() -> new EcsResult.Success(body(new Revision(after), count)));
    }

    private ObjectNode body(Revision after, int count) {
        ObjectNode root = Json.object();
        ArrayNode changes = root.putArray("changes");
        for (LogLine line : controlPlane.log(after, count)) {
            ObjectNode change = changes.addObject()
                    .put("revision", line.revision().number())
                    .put("at", line.at().toString())
                    .put("action", line.action())
                    .put("requestId", line.requestId());
            WhoForm.append(change, line.who());
        }
        ArrayNode attempts = root.putArray("attempts");
        controlPlane.attempts(after, count).forEach(attempt -> attempt.appendTo(attempts.addObject()));
        return root;
    }
}
