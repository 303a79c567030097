package dev.cordon.cli.vector;

import tools.jackson.databind.JsonNode;

/// One case of a vector file, as written. What its parts mean depends on the kind.
record Vector(String id, String title, String kind, String profile, JsonNode body) {

    static Vector from(JsonNode body) {
        return new Vector(
                body.path("id").asString("(no id)"),
                body.path("title").asString(""),
                body.path("kind").asString("(no kind)"),
                body.path("profile").asString(Profiles.DEFAULT),
                body);
    }

    JsonNode flow() {
        return body.path("flow");
    }

    JsonNode expect() {
        return body.path("expect");
    }
}
