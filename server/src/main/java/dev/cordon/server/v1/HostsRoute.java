package dev.cordon.server.v1;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/hosts`: what each host has confirmed that it enforces.
public record HostsRoute(Supplier<ObjectNode> hosts) implements Route {

    @Override
    public String name() {
        return "hosts";
    }

    @Override
    public EcsResult answer(EcsRequest request) {
        return new EcsResult.Success(hosts.get());
    }
}
