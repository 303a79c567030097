package dev.cordon.cli.client;

import dev.cordon.cli.client.CordonClient.Product;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/// What Cordon answers, wherever it runs.
public interface Api {

    /// Calls an action of the ECS API.
    ///
    /// @throws dev.cordon.cli.CliException with code and message, if the answer is an error
    JsonNode call(Product product, String action, SortedMap<String, String> parameters);

    /// Asks a question of `/v1`.
    ///
    /// @throws dev.cordon.cli.CliException with code and message, if the answer is an error
    JsonNode ask(String route, SortedMap<String, String> parameters);
}
