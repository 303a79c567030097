package dev.cordon.cli.vector.run;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Whether all that is expected is there. What is not named is not compared.
final class Subset {

    /// Written for people.
    private static final String REASON = "reason";

    private Subset() {}

    /// A null asks that there be nothing; the order of lists is no matter.
    static boolean holds(JsonNode wanted, JsonNode got) {
        if (wanted.isNull()) {
            return got.isNull() || got.isMissingNode();
        }
        if (wanted.isObject()) {
            return wanted.propertyStream()
                    .filter(field -> !field.getKey().equals(REASON))
                    .allMatch(field -> holds(field.getValue(), got.path(field.getKey())));
        }
        if (wanted.isArray()) {
            return got.isArray() && sorted(wanted).equals(sorted(got));
        }
        return got.isValueNode() && wanted.asString().equals(got.asString());
    }

    private static List<String> sorted(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::toString)
                .sorted()
                .toList();
    }
}
