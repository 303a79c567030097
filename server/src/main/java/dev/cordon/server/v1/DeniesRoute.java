package dev.cordon.server.v1;

import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.EcsResult.Success;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Id;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/denies`: what was dropped on this host, the oldest first; with `after`, what came since,
/// for those who follow.
public record DeniesRoute(Function<Question, ObjectNode> denies) implements Route {

    /// Denies of one answer.
    static final int COUNT_MAX = 1_000;

    /// The longest that an answer waits for the first deny, in seconds: clients give up after 30.
    static final int WAIT_SECONDS_MAX = 20;

    private static final int COUNT = 100;
    private static final EcsError MALFORMED = new EcsError("InvalidParameter", 400, "eni is the id of an ENI");

    /// @param eni at which was dropped; any if empty
    /// @param after `next` of an earlier answer; the newest are asked for if empty
    public record Question(Optional<EniId> eni, Optional<Long> after, int count, Duration patience) {}

    @Override
    public String name() {
        return "denies";
    }

    @Override
    public EcsResult answer(EcsRequest request) {
        Parameters parameters = Parameters.of(request);
        EcsError notANumber = GeneralErrors.invalidParameter("after", "a number");
        Question question = new Question(
                parameters.parsed("eni", DeniesRoute::eni, MALFORMED),
                parameters.parsed("after", DeniesRoute::number, notANumber),
                parameters.number("count", 1, COUNT_MAX, COUNT),
                Duration.ofSeconds(parameters.number("wait", 0, WAIT_SECONDS_MAX, 0)));
        return parameters.then(() -> new Success(denies.apply(question)));
    }

    private static Optional<EniId> eni(String text) {
        return Id.isWellFormed(text) ? Optional.of(new EniId(text)) : Optional.empty();
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
