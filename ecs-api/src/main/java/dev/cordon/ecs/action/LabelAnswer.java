package dev.cordon.ecs.action;

import dev.cordon.ecs.schema.Fields;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Labels;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// What every object shows of its labels, and the times at which objects were made.
final class LabelAnswer {

    /// Tags as ECS writes them.
    static final Fields<Labels> ECS = labels(Fields.<Map.Entry<String, String>>none()
            .text("TagKey", Map.Entry::getKey)
            .text("TagValue", Map.Entry::getValue));

    /// Tags as the product VPC writes them.
    static final Fields<Labels> VPC = labels(Fields.<Map.Entry<String, String>>none()
            .text("Key", Map.Entry::getKey)
            .text("Value", Map.Entry::getValue));

    /// Tags in answers of the newer kind, whose lists have no wrapper.
    static final Fields<Labels> FLAT = labels(
            "Tags",
            Fields.<Map.Entry<String, String>>none()
                    .text("TagKey", Map.Entry::getKey)
                    .text("TagValue", Map.Entry::getValue));

    /// Tags of a group, which old clients read by other names.
    static final Fields<Labels> GROUP = labels(Fields.<Map.Entry<String, String>>none()
            .text("TagKey", Map.Entry::getKey)
            .text("TagValue", Map.Entry::getValue)
            .text("Key", Map.Entry::getKey)
            .text("Value", Map.Entry::getValue));

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);

    private LabelAnswer() {}

    private static Fields<Labels> labels(Fields<Map.Entry<String, String>> tag) {
        return labels("Tags.Tag", tag);
    }

    private static Fields<Labels> labels(String path, Fields<Map.Entry<String, String>> tag) {
        return Fields.<Labels>none()
                .text("ResourceGroupId", Labels::resourceGroup)
                .list(path, labels -> labels.tags().entrySet().stream(), tag);
    }

    /// Returns a time to the second.
    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String time(Details details) {
        return time(details.createdAt());
    }

    /// Returns a time to the minute, as lists show it.
    static String minute(Details details) {
        return MINUTES.format(details.createdAt());
    }
}
