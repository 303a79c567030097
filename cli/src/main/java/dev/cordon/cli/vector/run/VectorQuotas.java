package dev.cordon.cli.vector.run;

import dev.cordon.controlplane.command.Quotas;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The quotas of a vector: the defaults, but for the capacity that it may set for a group.
final class VectorQuotas {

    private VectorQuotas() {}

    /// @param group the one that the vector asks about
    static Quotas of(JsonNode config, String group) {
        return StreamSupport.stream(config.path("groups").spliterator(), false)
                .filter(node -> node.path("id").asString("").equals(group) && node.has("quotaIps"))
                .findFirst()
                .map(node ->
                        Quotas.DEFAULT.withGroupCapacity(node.path("quotaIps").asInt()))
                .orElse(Quotas.DEFAULT);
    }
}
