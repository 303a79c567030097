package dev.cordon.server.v1;

import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.HttpReply;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// `/v1/hosts`: what each host has confirmed that it enforces.
public record HostsRoute(Supplier<JsonNode> hosts) implements Route {

    @Override
    public String name() {
        return "hosts";
    }

    @Override
    public HttpReply answer(EcsRequest request) {
        return JsonReply.ok(hosts.get());
    }
}
