package dev.cordon.wire.state;

import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a VPC.
final class VpcForm {

    static final Shape<VpcId> ID = Values.id(VpcId::new);

    private VpcForm() {}

    static void append(ObjectNode to, Vpc vpc) {
        to.put("id", vpc.id().value()).put("block", vpc.block().toString());
        DetailsForm.append(to, vpc.details());
    }

    static Supplier<Vpc> take(Fields in) {
        var id = in.take("id", ID);
        var block = in.take("block", Values.BLOCK);
        var details = DetailsForm.take(in);
        return () -> new Vpc(id.get(), block.get(), details.get());
    }
}
