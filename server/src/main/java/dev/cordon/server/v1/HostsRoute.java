package dev.cordon.server.v1;

import dev.cordon.ecs.http.HttpReply;
import java.util.SortedMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// `/v1/hosts`: what each host has confirmed that it enforces.
public record HostsRoute(Supplier<JsonNode> hosts) implements Route {

    @Override
    public String name() {
        return "hosts";
    }

    @Override
    public HttpReply answer(SortedMap<String, String> parameters) {
        return JsonReply.ok(hosts.get());
    }
}
