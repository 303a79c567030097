package dev.cordon.server.v1;

import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.http.HttpReply;
import dev.cordon.wire.Json;
import tools.jackson.databind.JsonNode;

/// Answers of `/v1`.
public final class JsonReply {

    private static final String TYPE = "application/json;charset=utf-8";

    private JsonReply() {}

    public static HttpReply ok(JsonNode body) {
        return new HttpReply(200, TYPE, Json.print(body));
    }

    public static HttpReply failed(EcsError error) {
        return new HttpReply(
                error.status(),
                TYPE,
                Json.print(Json.object().put("Code", error.code()).put("Message", error.message())));
    }
}
