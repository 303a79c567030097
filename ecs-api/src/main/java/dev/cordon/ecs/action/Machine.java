package dev.cordon.ecs.action;

import dev.cordon.model.policy.Attachment;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// An instance with its ENIs, as descriptions show it.
///
/// @param enis all of them, the primary one too, in the order of their ids
/// @spec https://alibabacloud.com/help/en/ecs/api-describeinstances DescribeInstances
record Machine(Instance instance, Eni primary, List<Eni> enis) {

    /// The only status there is: here an instance is a name for ENIs.
    static final String STATUS = "Running";

    /// The only kind of network there is.
    static final String NETWORK = "vpc";

    Machine {
        enis = List.copyOf(enis);
    }

    static Machine of(Instance instance, PolicyState state) {
        List<Eni> enis = state.enisOf(instance.id()).toList();
        Attachment primary = new Attachment.Attached(instance.id(), Attachment.Role.PRIMARY);
        return new Machine(
                instance,
                enis.stream()
                        .filter(eni -> eni.attachment().equals(primary))
                        .findFirst()
                        .orElseThrow(),
                enis);
    }

    InstanceId id() {
        return instance.id();
    }

    ObjectNode answer(String region, PolicyState state) {
        String zone = state.vSwitch(primary.vSwitch()).map(VSwitch::zone).orElseThrow();
        ObjectNode body = Json.object()
                .put("InstanceId", instance.id().value())
                .put("InstanceName", instance.details().name())
                .put("Description", instance.details().description())
                .put("HostName", instance.hostName())
                .put("Status", STATUS)
                .put("RegionId", region)
                .put("ZoneId", zone)
                .put("InstanceType", instance.machineType())
                .put("InstanceNetworkType", NETWORK);
        Answers.putTime(body, "CreationTime", instance.details());
        Answers.putTime(body, "StartTime", instance.details());
        Wrapped.texts(body, "SecurityGroupIds", "SecurityGroupId", primary.groups().stream());
        putVpcAttributes(body.putObject("VpcAttributes"));
        Wrapped.list(
                body, "NetworkInterfaces", "NetworkInterface", enis.stream().map(Machine::networkInterface));
        putWhatIsNone(body);
        return body;
    }

    private void putVpcAttributes(ObjectNode to) {
        to.put("VpcId", instance.vpc().value())
                .put("VSwitchId", primary.vSwitch().value())
                .put("NatIpAddress", "");
        Wrapped.texts(
                to,
                "PrivateIpAddress",
                "IpAddress",
                Stream.of(primary.addresses().primary()));
    }

    private static ObjectNode networkInterface(Eni eni) {
        ObjectNode body = Json.object()
                .put("NetworkInterfaceId", eni.id().value())
                .put("MacAddress", eni.settings().mac())
                .put("PrimaryIpAddress", eni.addresses().primary().toString())
                .put("Type", EniAnswer.type(eni));
        EniAnswer.putAddresses(body, eni.addresses());
        return body;
    }

    /// Clients read these whether there is anything in them or not.
    private static void putWhatIsNone(ObjectNode to) {
        Wrapped.texts(to, "PublicIpAddress", "IpAddress", Stream.empty());
        Wrapped.texts(to, "InnerIpAddress", "IpAddress", Stream.empty());
        to.putObject("EipAddress").put("IpAddress", "").put("AllocationId", "");
        Wrapped.list(to, "Tags", "Tag", Stream.empty());
        Wrapped.list(to, "OperationLocks", "LockReason", Stream.empty());
        to.put("ResourceGroupId", "").put("DeletionProtection", false);
    }
}
