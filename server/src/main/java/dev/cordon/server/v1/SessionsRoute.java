package dev.cordon.server.v1;

import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.EcsResult.Success;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Id;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/sessions`: the live sessions of this host, or those of one ENI.
public record SessionsRoute(Function<Optional<EniId>, ObjectNode> sessions) implements Route {

    private static final EcsError MALFORMED = new EcsError("InvalidParameter", 400, "eni is the id of an ENI");

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public EcsResult answer(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        Optional<EniId> eni = parameters.parsed("eni", SessionsRoute::eni, MALFORMED);
        return parameters.then(() -> new Success(sessions.apply(eni)));
    }

    private static Optional<EniId> eni(String text) {
        return Id.isWellFormed(text) ? Optional.of(new EniId(text)) : Optional.empty();
    }
}
