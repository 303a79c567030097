package dev.cordon.cli.vector.run;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a reader says other than what is expected.
///
/// @param reader such as `spec` or `engine`
public record Disagreement(String reader, String got, String wanted) {

    /// Compares what a reader says with what is expected.
    static Optional<Disagreement> between(String reader, JsonNode got, JsonNode wanted) {
        return Subset.holds(wanted, got)
                ? Optional.empty()
                : Optional.of(new Disagreement(reader, got.toString(), wanted.toString()));
    }
}
