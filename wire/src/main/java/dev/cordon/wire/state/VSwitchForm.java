package dev.cordon.wire.state;

import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a vSwitch.
final class VSwitchForm {

    static final Shape<VSwitchId> ID = Values.id(VSwitchId::new);

    private VSwitchForm() {}

    static void append(ObjectNode to, VSwitch vSwitch) {
        to.put("id", vSwitch.id().value())
                .put("vpc", vSwitch.vpc().value())
                .put("block", vSwitch.block().toString())
                .put("zone", vSwitch.zone());
        VpcForm.appendIpv6(to, vSwitch.ipv6Blocks());
        DetailsForm.append(to, vSwitch.details());
    }

    static Supplier<VSwitch> take(Fields in) {
        var id = in.take("id", ID);
        var vpc = in.take("vpc", VpcForm.ID);
        var block = in.take("block", Values.BLOCK);
        var zone = in.take("zone", Values.TEXT);
        var ipv6Blocks = VpcForm.takeIpv6(in);
        var details = DetailsForm.take(in);
        return () -> new VSwitch(id.get(), vpc.get(), block.get(), ipv6Blocks.get(), zone.get(), details.get());
    }
}
