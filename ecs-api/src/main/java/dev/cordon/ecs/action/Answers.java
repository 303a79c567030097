package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Answer;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What is answered to commands that were accepted.
final class Answers {

    /// What says no more than that it is done.
    static final Fields<Answer> DONE = Fields.none();

    static final Fields<VpcId> VPC = Fields.<VpcId>none()
            .text("VpcId", id -> id)
            .text("VRouterId", VpcAnswer::router)
            .text("RouteTableId", VpcAnswer::routeTable)
            .noText("ResourceGroupId");

    static final Fields<VSwitchId> V_SWITCH = Fields.<VSwitchId>none().text("VSwitchId", id -> id);

    static final Fields<PrefixListId> PREFIX_LIST = Fields.<PrefixListId>none().text("PrefixListId", id -> id);
    static final Fields<PortListId> PORT_LIST = Fields.<PortListId>none().text("PortRangeListId", id -> id);
    static final Fields<SecurityGroupId> GROUP = Fields.<SecurityGroupId>none().text("SecurityGroupId", id -> id);

    static final Fields<List<InstanceId>> INSTANCES = Fields.<List<InstanceId>>none()
            .texts("InstanceIdSets.InstanceIdSet", List::stream)
            .noText("OrderId")
            .noNumber("TradePrice");

    static final Fields<InstanceId> INSTANCE = Fields.<InstanceId>none()
            .text("InstanceId", id -> id)
            .noText("OrderId")
            .noNumber("TradePrice");
    static final Fields<Answer.AddressesAssigned> IPV4_ASSIGNED = Fields.<Answer.AddressesAssigned>none()
            .text("AssignedPrivateIpAddressesSet.NetworkInterfaceId", Answer.AddressesAssigned::eni)
            .texts("AssignedPrivateIpAddressesSet.PrivateIpSet.PrivateIpAddress", answer -> answer.addresses().stream())
            .texts("AssignedPrivateIpAddressesSet.Ipv4PrefixSet.Ipv4Prefixes", answer -> answer.prefixes().stream());
    static final Fields<Answer.AddressesAssigned> IPV6_ASSIGNED = Fields.<Answer.AddressesAssigned>none()
            .text("NetworkInterfaceId", Answer.AddressesAssigned::eni)
            .texts("Ipv6Sets.Ipv6Address", answer -> answer.addresses().stream())
            .texts("Ipv6PrefixSets.Ipv6Prefix", answer -> answer.prefixes().stream());
    static final Fields<Seen<Eni>> ENI = EniAnswer.FIELDS;

    private Answers() {}

    static ObjectNode body(Answer answer, Desk desk) {
        return switch (answer) {
            case Answer.Done done -> DONE.write(done);
            case Answer.RulesAuthorized authorized -> DONE.write(authorized);
            case Answer.RulesRevoked revoked -> DONE.write(revoked);
            case Answer.VpcCreated(var id) -> VPC.write(id);
            case Answer.VSwitchCreated(var id) -> V_SWITCH.write(id);
            case Answer.GroupCreated(var id) -> GROUP.write(id);
            case Answer.PrefixListCreated(var id) -> PREFIX_LIST.write(id);
            case Answer.PortListCreated(var id) -> PORT_LIST.write(id);
            case Answer.InstancesCreated(var ids) -> INSTANCES.write(ids);
            case Answer.InstanceCreated(var id) -> INSTANCE.write(id);
            case Answer.AddressesAssigned assigned ->
                switch (assigned.family()) {
                    case IPV4 -> IPV4_ASSIGNED.write(assigned);
                    case IPV6 -> IPV6_ASSIGNED.write(assigned);
                };
            case Answer.EniCreated(var eni) -> ENI.write(desk.seen(eni, desk.state()));
        };
    }
}
