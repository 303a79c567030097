package dev.cordon.ecs.action;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// An ENI as descriptions show it.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describenetworkinterfaces
/// DescribeNetworkInterfaces
final class EniAnswer {

    private EniAnswer() {}

    static ObjectNode of(Eni eni, PolicyState state) {
        ObjectNode body = Json.object()
                .put("NetworkInterfaceId", eni.id().value())
                .put("NetworkInterfaceName", eni.details().name())
                .put("Description", eni.details().description())
                .put("Status", status(eni))
                .put("Type", type(eni))
                .put("VpcId", eni.vpc().value())
                .put("VSwitchId", eni.vSwitch().value())
                .put("ZoneId", state.vSwitch(eni.vSwitch()).map(VSwitch::zone).orElseThrow())
                .put("MacAddress", eni.settings().mac())
                .put("InstanceId", instance(eni));
        Answers.putTime(body, "CreationTime", eni.details());
        body.put("PrivateIpAddress", eni.addresses().primary().toString());
        putAddresses(body, eni.addresses());
        Wrapped.texts(body, "SecurityGroupIds", "SecurityGroupId", eni.groups().stream());
        Wrapped.list(body, "Tags", "Tag", Stream.empty());
        body.putObject("Attachment").put("InstanceId", instance(eni));
        putNoPublicAddress(body);
        return body.put("OwnerId", "").put("ResourceGroupId", "").put("ServiceManaged", false);
    }

    /// Appends addresses and delegated prefixes of both families.
    static void putAddresses(ObjectNode to, EniAddresses addresses) {
        Stream<ObjectNode> secondary = others(addresses, AddressFamily.IPV4)
                .map(address -> privateAddress(address).put("Primary", false));
        Wrapped.list(
                to,
                "PrivateIpSets",
                "PrivateIpSet",
                Stream.concat(Stream.of(privateAddress(addresses.primary()).put("Primary", true)), secondary));
        Wrapped.list(
                to,
                "Ipv6Sets",
                "Ipv6Set",
                others(addresses, AddressFamily.IPV6)
                        .map(address -> Json.object().put("Ipv6Address", address.toString())));
        Wrapped.list(to, "Ipv4PrefixSets", "Ipv4PrefixSet", prefixes(addresses, AddressFamily.IPV4, "Ipv4Prefix"));
        Wrapped.list(to, "Ipv6PrefixSets", "Ipv6PrefixSet", prefixes(addresses, AddressFamily.IPV6, "Ipv6Prefix"));
    }

    private static Stream<IpAddress> others(EniAddresses addresses, AddressFamily family) {
        return addresses.others().stream().filter(address -> address.family() == family);
    }

    private static Stream<ObjectNode> prefixes(EniAddresses addresses, AddressFamily family, String name) {
        return addresses.prefixes().stream()
                .filter(prefix -> prefix.family() == family)
                .map(prefix -> Json.object().put(name, prefix.toString()));
    }

    private static ObjectNode privateAddress(IpAddress address) {
        ObjectNode body = Json.object().put("PrivateIpAddress", address.toString());
        putNoPublicAddress(body);
        return body;
    }

    private static void putNoPublicAddress(ObjectNode to) {
        to.putObject("AssociatedPublicIp").put("PublicIpAddress", "").put("AllocationId", "");
    }

    static String status(Eni eni) {
        return switch (eni.attachment()) {
            case Attached attached -> "InUse";
            case Detached detached -> "Available";
        };
    }

    static String type(Eni eni) {
        return switch (eni.attachment()) {
            case Attached(var instance, var role) ->
                switch (role) {
                    case PRIMARY -> "Primary";
                    case SECONDARY -> "Secondary";
                };
            case Detached() -> "Secondary";
        };
    }

    /// Returns the id of the instance that an ENI belongs to, or the empty text.
    static String instance(Eni eni) {
        return switch (eni.attachment()) {
            case Attached(var instance, var role) -> instance.value();
            case Detached() -> "";
        };
    }
}
