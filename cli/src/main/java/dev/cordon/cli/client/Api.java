package dev.cordon.cli.client;

import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/// What Cordon answers, wherever it runs.
public interface Api {

    /// Of the products that Cordon answers for.
    enum Product {
        ECS("2014-05-26"),
        VPC("2016-04-28");

        private final String version;

        Product(String version) {
            this.version = version;
        }

        public String version() {
            return version;
        }
    }

    /// Calls an action of the ECS API.
    ///
    /// @throws dev.cordon.cli.CliException with code and message, if the answer is an error
    JsonNode call(Product product, String action, SortedMap<String, String> parameters);

    /// Asks a question of `/v1`.
    ///
    /// @throws dev.cordon.cli.CliException with code and message, if the answer is an error
    JsonNode ask(String route, SortedMap<String, String> parameters);
}
