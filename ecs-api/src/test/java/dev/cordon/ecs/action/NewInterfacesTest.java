package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The network interfaces that new instances are made with.
class NewInterfacesTest {

    private final Api api = new Api();
    private final String vpc = api.make("CreateVpc", "VpcId", "CidrBlock=10.0.0.0/8", "EnableIpv6=true");
    private final String near = vSwitch("CidrBlock=10.1.0.0/24", "ZoneId=zone-b", "Ipv6CidrBlock=7");
    private final String beside = vSwitch("CidrBlock=10.2.0.0/24", "ZoneId=zone-b");
    private final String away = vSwitch("CidrBlock=10.3.0.0/24", "ZoneId=zone-c");
    private final String web = group("web");
    private final String db = group("db");

    private String vSwitch(String block, String zone, String... more) {
        return api.make("CreateVSwitch", "VSwitchId", words(List.of("VpcId=" + vpc, block, zone), more));
    }

    private String group(String name) {
        return api.make("CreateSecurityGroup", "SecurityGroupId", "VpcId=" + vpc, "SecurityGroupName=" + name);
    }

    private static String[] words(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
    }

    /// Returns the ids of instances that are made in the near vSwitch.
    private JsonNode run(String... more) {
        return api.call("RunInstances", words(List.of("VSwitchId=" + near), more))
                .at("/InstanceIdSets/InstanceIdSet");
    }

    private JsonNode enisOf(JsonNode instance, String type) {
        return api.call("DescribeNetworkInterfaces", "InstanceId=" + instance.asString(), "Type=" + type)
                .at("/NetworkInterfaceSets/NetworkInterfaceSet");
    }

    @Test
    void everyInstanceHasAsManyIpv6AddressesAsAreAskedFor() {
        JsonNode made = run("SecurityGroupId=" + web, "Amount=2", "Ipv6AddressCount=2");
        List<String> first = Api.each(enisOf(made.path(0), "Primary").at("/0/Ipv6Sets/Ipv6Set"), "Ipv6Address");
        List<String> second = Api.each(enisOf(made.path(1), "Primary").at("/0/Ipv6Sets/Ipv6Set"), "Ipv6Address");
        assertEquals(
                4, Stream.concat(first.stream(), second.stream()).distinct().count());
    }

    @Test
    void primaryOneIsDescribedInTheList() {
        String[] words = {
            "NetworkInterface.1.InstanceType=Primary",
            "NetworkInterface.1.VSwitchId=" + beside,
            "NetworkInterface.1.SecurityGroupIds.1=" + web,
            "NetworkInterface.1.SecurityGroupIds.2=" + db,
            "NetworkInterface.1.PrimaryIpAddress=10.2.0.9",
            "NetworkInterface.1.SecondaryPrivateIpAddressCount=1",
            "NetworkInterface.1.NetworkInterfaceName=front",
            "NetworkInterface.1.Description=to the world"
        };
        JsonNode made = api.call("RunInstances", words).at("/InstanceIdSets/InstanceIdSet/0");
        JsonNode eni = enisOf(made, "Primary").path(0);
        assertEquals("front", eni.path("NetworkInterfaceName").asString());
        assertEquals("to the world", eni.path("Description").asString());
        assertEquals(beside, eni.path("VSwitchId").asString());
        assertEquals("10.2.0.9", eni.path("PrivateIpAddress").asString());
        assertEquals(2, eni.at("/PrivateIpSets/PrivateIpSet").size());
        assertEquals(2, eni.at("/SecurityGroupIds/SecurityGroupId").size());
    }

    @Test
    void secondaryOnesAreMadeForEveryInstanceAndGoWithIt() {
        JsonNode made = run(
                "SecurityGroupId=" + web,
                "Amount=2",
                "NetworkInterface.1.NetworkInterfaceName=back",
                "NetworkInterface.2.VSwitchId=" + beside,
                "NetworkInterface.2.SecurityGroupId=" + db,
                "NetworkInterface.2.DeleteOnRelease=false");
        JsonNode enis = enisOf(made.path(1), "Secondary");
        assertEquals(2, enis.size());
        JsonNode back = "back".equals(enis.at("/0/NetworkInterfaceName").asString()) ? enis.path(0) : enis.path(1);
        assertEquals(near, back.path("VSwitchId").asString());
        assertEquals(web, back.at("/SecurityGroupIds/SecurityGroupId/0").asString());
        assertEquals(6, api.state().enis().count());
        api.call(
                "DeleteInstances",
                "InstanceId.1=" + made.path(0).asString(),
                "InstanceId.2=" + made.path(1).asString());
        assertEquals(
                List.of(beside, beside),
                api.state().enis().map(eni -> eni.vSwitch().value()).toList());
    }

    @Test
    void oneThatIsThereIsAttachedToOneInstance() {
        String eni =
                api.make("CreateNetworkInterface", "NetworkInterfaceId", "VSwitchId=" + near, "SecurityGroupId=" + web);
        String there = "NetworkInterface.1.NetworkInterfaceId=" + eni;
        assertEquals(
                "400 InvalidOperation.InvalidEniState",
                api.error("RunInstances", "VSwitchId=" + near, "SecurityGroupId=" + web, "Amount=2", there));
        assertEquals(1, api.state().enis().count());
        JsonNode made = run("SecurityGroupId=" + web, there);
        assertEquals(List.of(eni), Api.each(enisOf(made.path(0), "Secondary"), "NetworkInterfaceId"));
    }

    @Test
    void secondaryOneInAnotherZoneIsRefusedWithAllOfTheInstances() {
        assertEquals(
                "403 InvalidOperation.AvailabilityZoneMismatch",
                api.error(
                        "RunInstances",
                        "VSwitchId=" + near,
                        "SecurityGroupId=" + web,
                        "NetworkInterface.1.VSwitchId=" + away));
        assertEquals(0, api.state().instances().count());
    }

    @ParameterizedTest
    @CsvSource({
        "NetworkInterface.1.InstanceType=Trunk, 400 InvalidParam.NetworkInterface",
        "NetworkInterface.2.InstanceType=Primary, 400 InvalidParam.NetworkInterface",
        "NetworkInterface.1.NetworkInterfaceId=eni-1, 400 InvalidParam.NetworkInterface",
        "NetworkInterface.1.NetworkInterfaceName=-, 400 InvalidParameter",
        "Ipv6AddressCount=1, 400 InvalidParam.NetworkInterface",
        "PrivateIpAddress=10.1.0.8, 400 InvalidParam.NetworkInterface",
        "SecurityGroupId=sg-1, 400 InvalidParam.NetworkInterface",
        "NetworkInterface.2.NetworkInterfaceId=eni/1, 400 InvalidParams.EniId",
        "NetworkInterface.2.PrimaryIpAddress=10.1.0, 403 InvalidIp.Address",
        "NetworkInterface.2.SecurityGroupId=sg-none, 404 InvalidSecurityGroupId.NotFound",
        "NetworkInterface.2.VSwitchId=vsw-none, 404 InvalidVSwitchId.NotFound",
        "NetworkInterface.2.NetworkInterfaceName=-, 400 InvalidParameter"
    })
    void saysWhatIsWrong(String word, String told) {
        String[] primary = {
            "VSwitchId=" + near,
            "NetworkInterface.1.InstanceType=Primary",
            "NetworkInterface.1.SecurityGroupId=" + web,
            "NetworkInterface.1.PrimaryIpAddress=10.1.0.7",
            "NetworkInterface.1.Ipv6AddressCount=1"
        };
        assertEquals(told, api.error("RunInstances", words(List.of(primary), word)));
    }
}
