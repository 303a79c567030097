package dev.cordon.wire.state;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a VPC.
final class VpcForm {

    static final Shape<VpcId> ID = Values.id(VpcId::new);

    private VpcForm() {}

    static void append(ObjectNode to, Vpc vpc) {
        to.put("id", vpc.id().value()).put("block", vpc.block().toString());
        appendIpv6(to, vpc.ipv6Blocks());
        DetailsForm.append(to, vpc.details());
    }

    static Supplier<Vpc> take(Fields in) {
        var id = in.take("id", ID);
        var block = in.take("block", Values.BLOCK);
        var ipv6Blocks = takeIpv6(in);
        var details = DetailsForm.take(in);
        return () -> new Vpc(id.get(), block.get(), ipv6Blocks.get(), details.get());
    }

    /// Appends the blocks of the other family, which are a later field.
    static void appendIpv6(ObjectNode to, List<CidrBlock> blocks) {
        if (!blocks.isEmpty()) {
            var array = to.putArray("ipv6Blocks");
            blocks.forEach(block -> array.add(block.toString()));
        }
    }

    static Supplier<List<CidrBlock>> takeIpv6(Fields in) {
        return in.takeOr("ipv6Blocks", Shape.listOf(Values.BLOCK), List.of());
    }
}
