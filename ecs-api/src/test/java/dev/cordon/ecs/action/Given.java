package dev.cordon.ecs.action;

import dev.cordon.controlplane.execute.Caller;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.wire.Json;
import java.util.SortedMap;
import java.util.TreeMap;

/// Parameters as an action gets them, and what it finds wrong with them.
final class Given {

    private Given() {}

    /// @param words such as `PortRange=22/22 Policy=drop`
    static Parameters parameters(String words) {
        SortedMap<String, String> parameters = new TreeMap<>();
        for (String word : words.split(" +")) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                parameters.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return parameters(parameters);
    }

    static Parameters parameters(SortedMap<String, String> parameters) {
        return Parameters.of(new EcsRequest("request", "Action", Caller.local("key"), parameters));
    }

    /// Returns status and code of what is wrong first, or `good`.
    static String problem(Parameters parameters) {
        return switch (parameters.then(() -> new EcsResult.Success(Json.object()))) {
            case EcsResult.Failure(var error) -> error.status() + " " + error.code();
            case EcsResult.Success success -> "good";
        };
    }
}
