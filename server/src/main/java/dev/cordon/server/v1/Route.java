package dev.cordon.server.v1;

import dev.cordon.ecs.http.HttpReply;
import java.util.SortedMap;

/// One question of `/v1`.
public interface Route {

    /// Returns the last part of the path.
    String name();

    HttpReply answer(SortedMap<String, String> parameters);
}
