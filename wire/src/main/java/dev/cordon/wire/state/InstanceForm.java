package dev.cordon.wire.state;

import dev.cordon.model.policy.Deletion;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.Power;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The fields of an instance.
final class InstanceForm {

    static final Shape<InstanceId> ID = Values.id(InstanceId::new);

    private static final Shape<Power> POWER = Values.word(Power.class);
    private static final Shape<Deletion> DELETION = Values.word(Deletion.class);

    private InstanceForm() {}

    static void append(ObjectNode to, Instance instance) {
        to.put("id", instance.id().value())
                .put("vpc", instance.vpc().value())
                .put("machineType", instance.machineType())
                .put("hostName", instance.hostName());
        if (instance.power() != Power.RUNNING) {
            to.put("power", Values.text(instance.power()));
        }
        if (instance.deletion() != Deletion.ALLOWED) {
            to.put("deletion", Values.text(instance.deletion()));
        }
        DetailsForm.append(to, instance.details());
    }

    static Supplier<Instance> take(Fields in) {
        var id = in.take("id", ID);
        var vpc = in.take("vpc", VpcForm.ID);
        var machineType = in.take("machineType", Values.TEXT);
        var hostName = in.take("hostName", Values.TEXT);
        var power = in.takeOr("power", POWER, Power.RUNNING);
        var deletion = in.takeOr("deletion", DELETION, Deletion.ALLOWED);
        var details = DetailsForm.take(in);
        return () -> new Instance(
                id.get(), vpc.get(), machineType.get(), hostName.get(), power.get(), deletion.get(), details.get());
    }
}
