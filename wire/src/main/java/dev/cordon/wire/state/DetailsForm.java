package dev.cordon.wire.state;

import dev.cordon.model.policy.AccountId;
import dev.cordon.model.policy.Details;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Values;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The fields for people, which stand last in most objects.
final class DetailsForm {

    private DetailsForm() {}

    static void append(ObjectNode to, Details details) {
        to.put("name", details.name())
                .put("description", details.description())
                .put("createdAt", details.createdAt().toString());
        LabelsForm.append(to, details.labels());
        if (!details.owner().isRoot()) {
            to.put("owner", details.owner().value());
        }
    }

    static Supplier<Details> take(Fields in) {
        var name = in.take("name", Values.TEXT);
        var description = in.take("description", Values.TEXT);
        var createdAt = in.take("createdAt", Values.INSTANT);
        var labels = LabelsForm.take(in);
        var owner = in.takeOr("owner", Values.ACCOUNT, AccountId.ROOT);
        return () -> new Details(name.get(), description.get(), createdAt.get(), labels.get(), owner.get());
    }
}
