package dev.cordon.wire.state;

import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a security group, without its rules.
final class SecurityGroupForm {

    static final Shape<SecurityGroupId> ID = Values.id(SecurityGroupId::new);

    private static final Shape<GroupType> GROUP_TYPE = Values.word(GroupType.class);
    private static final Shape<IntraGroupPolicy> INTRA_GROUP_POLICY = Values.word(IntraGroupPolicy.class);
    private static final Shape<Management> MANAGEMENT = Values.word(Management.class);

    private SecurityGroupForm() {}

    static void append(ObjectNode to, SecurityGroup group) {
        to.put("id", group.id().value())
                .put("vpc", group.vpc().value())
                .put("type", Values.text(group.type()))
                .put("intraGroupPolicy", Values.text(group.intraGroupPolicy()))
                .put("management", Values.text(group.management()));
        DetailsForm.append(to, group.details());
    }

    static Supplier<SecurityGroup> take(Fields in) {
        var id = in.take("id", ID);
        var vpc = in.take("vpc", VpcForm.ID);
        var type = in.take("type", GROUP_TYPE);
        var policy = in.take("intraGroupPolicy", INTRA_GROUP_POLICY);
        var management = in.take("management", MANAGEMENT);
        var details = DetailsForm.take(in);
        return () -> new SecurityGroup(id.get(), vpc.get(), type.get(), policy.get(), management.get(), details.get());
    }
}
