package dev.cordon.cli.lab;

import static java.util.stream.Collectors.toMap;

import dev.cordon.cli.client.Api;
import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.Caller;
import dev.cordon.controlplane.execute.ControlPlane;
import dev.cordon.controlplane.publish.Snapshot;
import dev.cordon.ecs.action.Actions;
import dev.cordon.ecs.action.Desk;
import dev.cordon.ecs.http.Action;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.model.policy.Profile;
import dev.cordon.server.v1.ExplainRoute;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.memory.MemoryStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/// The actions of the API and `explain`, without a listener, on a store that is empty at first. Ids
/// and times are the same in every run.
final class InProcessApi implements Api {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final ControlPlane controlPlane = ControlPlane.open(new MemoryStore(HistoryLimit.DEFAULT), Quotas.DEFAULT);
    private final Map<String, Action> actions =
            Actions.all(new Desk(controlPlane, new CountedIds(), InstantSource.fixed(NOW), "cn-hangzhou")).stream()
                    .collect(toMap(action -> action.version() + " " + action.name(), action -> action));

    @Override
    public JsonNode call(Product product, String action, SortedMap<String, String> parameters) {
        EcsRequest request = new EcsRequest("request", action, Caller.local("example"), parameters);
        return switch (actions.get(product.version() + " " + action).run(request)) {
            case EcsResult.Success(var body) -> body;
            case EcsResult.Failure(var error) ->
                throw new AssertionError(action + " " + parameters + " failed: " + error);
        };
    }

    @Override
    public JsonNode ask(String route, SortedMap<String, String> parameters) {
        ExplainRoute explain = new ExplainRoute(controlPlane.publisher(), Profile.ALIYUN_DEFAULT);
        if (!route.equals(explain.name())) {
            throw new AssertionError("examples ask for nothing but `explain`, not for `" + route + "`");
        }
        return switch (explain.answer(new EcsRequest("request", "explain", Caller.local("example"), parameters))) {
            case EcsResult.Success(var answer) -> answer;
            case EcsResult.Failure(var error) -> throw new AssertionError(error);
        };
    }

    Snapshot newest() {
        return controlPlane.newest();
    }
}
