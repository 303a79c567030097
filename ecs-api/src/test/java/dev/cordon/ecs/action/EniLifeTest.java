package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class EniLifeTest {

    private final Api api = new Api();
    private final String vpc = api.make("CreateVpc", "VpcId", "CidrBlock=10.0.0.0/8", "EnableIpv6=true");
    private final String vSwitch = api.make(
            "CreateVSwitch", "VSwitchId", "VpcId=" + vpc, "CidrBlock=10.1.0.0/24", "ZoneId=zone-b", "Ipv6CidrBlock=7");
    private final String group = group("web");
    private final String instance = api.call("RunInstances", "VSwitchId=" + vSwitch, "SecurityGroupId=" + group)
            .at("/InstanceIdSets/InstanceIdSet/0")
            .asString();
    private final String eni = api.make(
            "CreateNetworkInterface",
            "NetworkInterfaceId",
            "VSwitchId=" + vSwitch,
            "SecurityGroupIds.1=" + group,
            "SecondaryPrivateIpAddressCount=2",
            "Ipv6AddressCount=1",
            "Tag.1.Key=team",
            "Tag.1.Value=net");

    private String group(String name) {
        return api.make("CreateSecurityGroup", "SecurityGroupId", "VpcId=" + vpc, "SecurityGroupName=" + name);
    }

    private String named() {
        return "NetworkInterfaceId=" + eni;
    }

    private JsonNode shown() {
        return api.call("DescribeNetworkInterfaceAttribute", named(), "Attribute=basic");
    }

    private List<String> addresses() {
        return Api.each(shown().at("/PrivateIpSets/PrivateIpSet"), "PrivateIpAddress");
    }

    private List<String> ipv6() {
        return Api.each(shown().at("/Ipv6Sets/Ipv6Set"), "Ipv6Address");
    }

    @Test
    void isMadeWithAllItsAddresses() {
        assertEquals(List.of("10.1.0.2", "10.1.0.3", "10.1.0.4"), addresses());
        assertEquals(1, ipv6().size());
        assertEquals("net", shown().at("/Tags/Tag/0/TagValue").asString());
        assertEquals(
                910,
                shown().at("/ConnectionTrackingConfiguration/TcpEstablishedTimeout")
                        .asInt());
    }

    @Test
    void isAttachedAndDetached() {
        assertEquals("Available", shown().path("Status").asString());
        api.call("AttachNetworkInterface", named(), "InstanceId=" + instance);
        assertEquals("InUse", shown().path("Status").asString());
        assertEquals(instance, shown().at("/Attachment/InstanceId").asString());
        assertEquals(1, shown().at("/Attachment/DeviceIndex").asInt());
        assertEquals(
                "400 InvalidOperation.InvalidEniState",
                api.error("AttachNetworkInterface", named(), "InstanceId=" + instance));
        assertEquals("400 InvalidOperation.InvalidEniState", api.error("DeleteNetworkInterface", named()));
        api.call("DetachNetworkInterface", named(), "InstanceId=" + instance);
        assertEquals("Available", shown().path("Status").asString());
        assertEquals("404 InvalidEcsId.NotFound", api.error("AttachNetworkInterface", named(), "InstanceId=i-none"));
        api.call("DeleteNetworkInterface", named());
        assertEquals("404 InvalidEniId.NotFound", api.error("DescribeNetworkInterfaceAttribute", named()));
    }

    @Test
    void groupsAreReplacedAllAtOnce() {
        String second = group("second");
        api.call(
                "ModifyNetworkInterfaceAttribute",
                named(),
                "SecurityGroupId.1=" + second,
                "NetworkInterfaceName=front",
                "SourceDestCheck=true",
                "ConnectionTrackingConfiguration.UdpTimeout=60");
        assertEquals(second, shown().at("/SecurityGroupIds/SecurityGroupId/0").asString());
        assertEquals(1, shown().at("/SecurityGroupIds/SecurityGroupId").size());
        assertEquals("front", shown().path("NetworkInterfaceName").asString());
        assertEquals(true, shown().path("SourceDestCheck").asBoolean());
        assertEquals(
                60, shown().at("/ConnectionTrackingConfiguration/UdpTimeout").asInt());
    }

    @Test
    void ipv4AddressesComeAndGo() {
        JsonNode given = api.call("AssignPrivateIpAddresses", named(), "SecondaryPrivateIpAddressCount=1")
                .path("AssignedPrivateIpAddressesSet");
        assertEquals("10.1.0.5", given.at("/PrivateIpSet/PrivateIpAddress/0").asString());
        assertEquals(eni, given.path("NetworkInterfaceId").asString());
        assertEquals(
                "403 InvalidIp.IpAssigned",
                api.error("AssignPrivateIpAddresses", named(), "PrivateIpAddress.1=10.1.0.5"));
        JsonNode prefixes = api.call("AssignPrivateIpAddresses", named(), "Ipv4PrefixCount=1")
                .at("/AssignedPrivateIpAddressesSet/Ipv4PrefixSet/Ipv4Prefixes");
        assertEquals("10.1.0.16/28", prefixes.path(0).asString());
        api.call(
                "UnassignPrivateIpAddresses",
                named(),
                "PrivateIpAddress.1=10.1.0.3",
                "PrivateIpAddress.2=10.1.0.5",
                "Ipv4Prefix.1=10.1.0.16/28");
        assertEquals(List.of("10.1.0.2", "10.1.0.4"), addresses());
        assertEquals(
                "403 InvalidIp.IpUnassigned",
                api.error("UnassignPrivateIpAddresses", named(), "PrivateIpAddress.1=10.1.0.5"));
    }

    @Test
    void ipv6AddressesComeAndGo() {
        JsonNode given = api.call("AssignIpv6Addresses", named(), "Ipv6AddressCount=1");
        String address = given.at("/Ipv6Sets/Ipv6Address/0").asString();
        assertEquals(List.of(ipv6().getFirst(), address), ipv6());
        api.call("UnassignIpv6Addresses", named(), "Ipv6Address.1=" + address);
        assertEquals(1, ipv6().size());
        assertEquals(
                "403 InvalidIp.IpUnassigned", api.error("UnassignIpv6Addresses", named(), "Ipv6Address.1=" + address));
    }

    @ParameterizedTest
    @CsvSource({
        "AssignPrivateIpAddresses, Ipv4PrefixCount=, 400 MissingParameter",
        "AssignPrivateIpAddresses, PrivateIpAddress.1=10.1, 403 InvalidIp.Address",
        "AssignPrivateIpAddresses, PrivateIpAddress.1=10.2.0.1, 403 InvalidVSwitchId.IpInvalid",
        "AssignPrivateIpAddresses, SecondaryPrivateIpAddressCount=50, 403 MaxEniPrivateIpsCountExceeded",
        "AssignIpv6Addresses, Ipv6Address.1=10.1.0.9, 403 InvalidIp.Address",
        "AssignIpv6Addresses, Ipv6AddressCount=51, 403 MaxEniIpv6IpsCountExceeded",
        "UnassignPrivateIpAddresses, Ipv4Prefix.1=x, 400 InvalidParameter",
        "UnassignIpv6Addresses, Ipv6Prefix.1=, 400 MissingParameter",
        "ModifyNetworkInterfaceAttribute, NetworkInterfaceName=1, 400 InvalidParameter",
        "ModifyNetworkInterfaceAttribute, SecurityGroupId.1=sg-none, 404 InvalidSecurityGroupId.NotFound",
        "ModifyNetworkInterfaceAttribute, ConnectionTrackingConfiguration.UdpTimeout=11, 400 InvalidParameter",
        "ModifyNetworkInterfaceAttribute, ConnectionTrackingConfiguration.UdpTimeout=5, 400 InvalidParameter",
        "DetachNetworkInterface, InstanceId=, 400 MissingParameter"
    })
    void saysWhatIsWrong(String action, String word, String told) {
        assertEquals(told, api.error(action, named(), word));
    }

    @Test
    void addressGivenTwiceIsAMistake() {
        assertEquals(
                "403 InvalidIp.IpRepeated",
                api.error(
                        "AssignPrivateIpAddresses",
                        named(),
                        "PrivateIpAddress.1=10.1.0.9",
                        "PrivateIpAddress.2=10.1.0.9"));
    }

    @Test
    void networkWithoutIpv6GivesNone() {
        String plain = api.make("CreateVpc", "VpcId", "CidrBlock=172.16.0.0/12");
        assertEquals(
                "400 OperationFailed.VpcNotEnableIpv6",
                api.error(
                        "CreateVSwitch",
                        "VpcId=" + plain,
                        "CidrBlock=172.16.0.0/24",
                        "ZoneId=zone-b",
                        "Ipv6CidrBlock=1"));
        assertEquals(
                "400 InvalidIpv6CidrBlock.Malformed",
                api.error("CreateVpc", "CidrBlock=172.16.0.0/12", "Ipv6CidrBlock=2001:db8::/64"));
        assertEquals(
                "400 InvalidIpv6CidrBlock.Malformed",
                api.error(
                        "CreateVSwitch",
                        "VpcId=" + vpc,
                        "CidrBlock=10.9.0.0/24",
                        "ZoneId=zone-b",
                        "Ipv6CidrBlock=256"));
    }
}
