package dev.cordon.ecs.action;

import dev.cordon.ecs.schema.Fields;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.OnRelease;
import dev.cordon.model.policy.SourceDestCheck;
import dev.cordon.model.policy.VSwitch;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// An ENI as descriptions show it.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describenetworkinterfaces
/// DescribeNetworkInterfaces
final class EniAnswer {

    private static final Fields<PrivateAddress> PRIVATE_ADDRESS = Fields.<PrivateAddress>none()
            .text("PrivateIpAddress", PrivateAddress::address)
            .flag("Primary", PrivateAddress::isPrimary)
            .noText("PrivateDnsName", "AssociatedPublicIp.PublicIpAddress", "AssociatedPublicIp.AllocationId");

    /// Addresses and delegated prefixes of both families.
    static final Fields<EniAddresses> ADDRESSES = Fields.<EniAddresses>none()
            .list("PrivateIpSets.PrivateIpSet", EniAnswer::privateAddresses, PRIVATE_ADDRESS)
            .list(
                    "Ipv6Sets.Ipv6Set",
                    addresses -> others(addresses, AddressFamily.IPV6),
                    Fields.<IpAddress>none().text("Ipv6Address", it -> it).noFlag("Primary"))
            .list(
                    "Ipv4PrefixSets.Ipv4PrefixSet",
                    addresses -> prefixes(addresses, AddressFamily.IPV4),
                    Fields.<CidrBlock>none().text("Ipv4Prefix", it -> it))
            .list(
                    "Ipv6PrefixSets.Ipv6PrefixSet",
                    addresses -> prefixes(addresses, AddressFamily.IPV6),
                    Fields.<CidrBlock>none().text("Ipv6Prefix", it -> it));

    /// What an ENI shows wherever it is shown.
    static final Fields<Seen<Eni>> FIELDS = Fields.<Seen<Eni>>none()
            .text("NetworkInterfaceId", seen -> seen.it().id())
            .text("NetworkInterfaceName", seen -> seen.it().details().name())
            .text("Description", seen -> seen.it().details().description())
            .text("Status", seen -> status(seen.it()))
            .text("Type", seen -> type(seen.it()))
            .text("VpcId", seen -> seen.it().vpc())
            .text("VSwitchId", seen -> seen.it().vSwitch())
            .text("ZoneId", EniAnswer::zone)
            .text("MacAddress", seen -> seen.it().settings().mac())
            .text("InstanceId", seen -> instance(seen.it()))
            .text("CreationTime", seen -> LabelAnswer.time(seen.it().details()))
            .text("PrivateIpAddress", seen -> seen.it().addresses().primary())
            .with(seen -> seen.it().addresses(), ADDRESSES)
            .texts("SecurityGroupIds.SecurityGroupId", seen -> seen.it().groups().stream())
            .with(seen -> seen.it().details().labels(), LabelAnswer.ECS)
            .flag("DeleteOnRelease", seen -> isDeletedOnRelease(seen.it()))
            .flag("SourceDestCheck", seen -> seen.it().settings().sourceDestCheck() == SourceDestCheck.ON)
            .text("Attachment.InstanceId", seen -> instance(seen.it()))
            .number("Attachment.DeviceIndex", EniAnswer::deviceIndex)
            .noNumber("Attachment.NetworkCardIndex")
            .noText("Attachment.TrunkNetworkInterfaceId")
            .noText("AssociatedPublicIp.PublicIpAddress", "AssociatedPublicIp.AllocationId")
            .text("NetworkInterfaceTrafficMode", seen -> "Standard")
            .noText("OwnerId")
            .noNumber("ServiceID", "QueueNumber", "QueuePairNumber")
            .noFlag("ServiceManaged");

    private static final Fields<Object> SLAVE =
            Fields.none().noText("BondNetworkInterfaceId", "SlaveNetworkInterfaceId", "WorkState");

    /// What `DescribeNetworkInterfaceAttribute` answers.
    static final Fields<Seen<Eni>> ATTRIBUTE = FIELDS.number(
                    "ConnectionTrackingConfiguration.TcpEstablishedTimeout",
                    seen -> seen.it().settings().tracking().tcpEstablished().toSeconds())
            .number(
                    "ConnectionTrackingConfiguration.TcpClosedAndTimeWaitTimeout",
                    seen -> seen.it().settings().tracking().tcpClosed().toSeconds())
            .number(
                    "ConnectionTrackingConfiguration.UdpTimeout",
                    seen -> seen.it().settings().tracking().udp().toSeconds())
            .noTexts("Attachment.MemberNetworkInterfaceIds.MemberNetworkInterfaceId")
            .noText("BondInterfaceSpecification.BondMode")
            .list(
                    "BondInterfaceSpecification.SlaveInterfaceSpecification.SlaveInterfaceSpecificationSet",
                    seen -> Stream.empty(),
                    SLAVE)
            .noText("SlaveInterfaceSpecification.BondNetworkInterfaceId")
            .noText("SlaveInterfaceSpecification.SlaveNetworkInterfaceId", "SlaveInterfaceSpecification.WorkState")
            .noFlag("EnhancedNetwork.EnableExpress", "EnhancedNetwork.EnableRss", "EnhancedNetwork.EnableSriov")
            .noNumber("EnhancedNetwork.VirtualFunctionQuantity", "EnhancedNetwork.VirtualFunctionTotalQueueNumber")
            .text("NetworkInterfaceTrafficConfig.NetworkInterfaceTrafficMode", seen -> "Standard")
            .noNumber("NetworkInterfaceTrafficConfig.QueueNumber", "NetworkInterfaceTrafficConfig.QueuePairNumber")
            .noFlag("QoSConfig.EnableQoS")
            .noNumber("QoSConfig.QoS.BandwidthRx", "QoSConfig.QoS.BandwidthTx", "QoSConfig.QoS.ConcurrentConnections")
            .noNumber("QoSConfig.QoS.PpsRx", "QoSConfig.QoS.PpsTx")
            .noText("TcpOptionAddressEnabled");

    private EniAnswer() {}

    private record PrivateAddress(IpAddress address, boolean isPrimary) {}

    private static Stream<PrivateAddress> privateAddresses(EniAddresses addresses) {
        return Stream.concat(
                Stream.of(new PrivateAddress(addresses.primary(), true)),
                others(addresses, AddressFamily.IPV4).map(address -> new PrivateAddress(address, false)));
    }

    static Stream<IpAddress> others(EniAddresses addresses, AddressFamily family) {
        return addresses.others().stream().filter(address -> address.family() == family);
    }

    static Stream<CidrBlock> prefixes(EniAddresses addresses, AddressFamily family) {
        return addresses.prefixes().stream().filter(prefix -> prefix.family() == family);
    }

    private static String zone(Seen<Eni> seen) {
        return seen.state().vSwitch(seen.it().vSwitch()).map(VSwitch::zone).orElseThrow();
    }

    /// A primary ENI always goes with its instance.
    private static boolean isDeletedOnRelease(Eni eni) {
        return type(eni).equals("Primary") || eni.settings().onRelease() == OnRelease.DELETED;
    }

    /// Returns the place of an ENI among those of its instance, the primary one first.
    private static long deviceIndex(Seen<Eni> seen) {
        return switch (seen.it().attachment()) {
            case Detached() -> 0;
            case Attached(var instance, var role) ->
                switch (role) {
                    case PRIMARY -> 0;
                    case SECONDARY -> {
                        Predicate<Eni> before =
                                other -> other.id().compareTo(seen.it().id()) < 0;
                        yield 1
                                + seen.state()
                                        .enisOf(instance)
                                        .filter(other -> type(other).equals("Secondary"))
                                        .filter(before)
                                        .count();
                    }
                };
        };
    }

    /// What takes time elsewhere is done here when the call is answered, so there are two of five.
    static String status(Eni eni) {
        return switch (eni.attachment()) {
            case Attached attached -> "InUse";
            case Detached() -> "Available";
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
