package dev.cordon.server.v1;

import dev.cordon.controlplane.publish.Publisher;
import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.engine.explain.Explanation;
import dev.cordon.engine.explain.Question;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.verdict.ExplanationForm;
import java.util.SortedMap;

/// `/v1/explain?from=…&to=…`: can one reach the other, and why.
public record ExplainRoute(Publisher publisher, Profile profile) implements Route {

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public EcsResult answer(EcsRequest request) {
        SortedMap<String, String> parameters = request.parameters();
        PolicyState state = publisher.newest().state();
        Question.Words words = new Question.Words(
                parameters.getOrDefault("from", ""),
                parameters.getOrDefault("to", ""),
                parameters.getOrDefault("protocol", "tcp"),
                parameters.getOrDefault("port", ""),
                parameters.getOrDefault("sourcePort", ""));
        return switch (Question.parse(state, words)) {
            case Question.Unclear(String problem) ->
                new EcsResult.Failure(new EcsError("InvalidParameter", 400, problem));
            case Question.Clear(Question question) ->
                new EcsResult.Success(ExplanationForm.write(
                        Explanation.of(profile, state, question.from(), question.to(), question.flow())));
        };
    }
}
