package dev.cordon.cli.vector.run;

import dev.cordon.cli.vector.form.Profiles;
import tools.jackson.databind.JsonNode;

/// One case of a vector file, as written. What its parts mean depends on the kind.
public record Vector(String id, String title, String kind, String profile, JsonNode body) {

    public static Vector from(JsonNode body) {
        return new Vector(
                body.path("id").asString("(no id)"),
                body.path("title").asString(""),
                body.path("kind").asString("(no kind)"),
                body.path("profile").asString(Profiles.DEFAULT),
                body);
    }

    JsonNode config() {
        return body.path("config");
    }

    JsonNode flow() {
        return body.path("flow");
    }

    JsonNode steps() {
        return body.path("steps");
    }

    JsonNode request() {
        return body.path("request");
    }

    JsonNode expect() {
        return body.path("expect");
    }
}
