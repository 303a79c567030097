package dev.cordon.wire.state;

import dev.cordon.model.policy.Labels;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Values;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The fields of what people sort objects by: later fields of every object that has details.
final class LabelsForm {

    private LabelsForm() {}

    static void append(ObjectNode to, Labels labels) {
        if (!labels.resourceGroup().isEmpty()) {
            to.put("resourceGroup", labels.resourceGroup());
        }
        Pairs.append(to, "tags", labels.tags());
    }

    static Supplier<Labels> take(Fields in) {
        var resourceGroup = in.takeOr("resourceGroup", Values.TEXT, "");
        var tags = in.takeOr("tags", Pairs.of(Values.TEXT), Map.of());
        return () -> Labels.of(resourceGroup.get(), tags.get());
    }
}
