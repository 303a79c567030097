package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NetworksTest {

    private final Api api = new Api();
    private final String vpc =
            api.make("CreateVpc", "VpcId", "CidrBlock=10.0.0.0/8", "Ipv6CidrBlock=2001:db8:0:500::/56");
    private final String vSwitch =
            api.make("CreateVSwitch", "VSwitchId", "VpcId=" + vpc, "CidrBlock=10.1.0.0/24", "ZoneId=zone-b");

    @Test
    void vpcIsShownAndChanged() {
        api.call("ModifyVpcAttribute", "VpcId=" + vpc, "VpcName=lab", "Description=of tests");
        JsonNode shown = api.call("DescribeVpcAttribute", "VpcId=" + vpc);
        assertEquals("lab", shown.path("VpcName").asString());
        assertEquals("of tests", shown.path("Description").asString());
        assertEquals("2001:db8:0:500::/56", shown.path("Ipv6CidrBlock").asString());
        assertEquals("404 InvalidVpcId.NotFound", api.error("DescribeVpcAttribute", "VpcId=vpc-none"));
        assertEquals("404 InvalidVpcId.NotFound", api.error("ModifyVpcAttribute", "VpcId=vpc-none"));
    }

    @Test
    void vSwitchIsShownAndChanged() {
        api.call("ModifyVSwitchAttribute", "VSwitchId=" + vSwitch, "VSwitchName=front", "Ipv6CidrBlock=9");
        JsonNode shown = api.call("DescribeVSwitchAttributes", "VSwitchId=" + vSwitch);
        assertEquals("front", shown.path("VSwitchName").asString());
        assertEquals("2001:db8:0:509::/64", shown.path("Ipv6CidrBlock").asString());
        assertEquals(252, shown.path("AvailableIpAddressCount").asInt());
        assertEquals("404 InvalidVSwitchId.NotFound", api.error("DescribeVSwitchAttributes", "VSwitchId=vsw-none"));
    }

    /// It would take their addresses away.
    @Test
    void ipv6OfAVSwitchStaysWhileEnisUseIt() {
        String group = api.make("CreateSecurityGroup", "SecurityGroupId", "VpcId=" + vpc);
        api.call("ModifyVSwitchAttribute", "VSwitchId=" + vSwitch, "Ipv6CidrBlock=9");
        api.call("CreateNetworkInterface", "VSwitchId=" + vSwitch, "SecurityGroupId=" + group, "Ipv6AddressCount=1");
        assertEquals(
                "403 DependencyViolation",
                api.error("ModifyVSwitchAttribute", "VSwitchId=" + vSwitch, "Ipv6CidrBlock=10"));
        api.call("ModifyVSwitchAttribute", "VSwitchId=" + vSwitch, "Ipv6CidrBlock=9");
    }

    @Test
    void everyVpcHasOneRouteTable() {
        JsonNode tables = api.call("DescribeRouteTableList", "VpcId=" + vpc).at("/RouterTableList/RouterTableListType");
        assertEquals(List.of("vtb-" + vpc.substring(4)), Api.each(tables, "RouteTableId"));
        assertEquals(vSwitch, tables.at("/0/VSwitchIds/VSwitchId/0").asString());
    }

    @Test
    void regionZonesAndQuotasAreThere() {
        assertEquals(
                List.of("cn-hangzhou"), Api.each(api.call("DescribeRegions").at("/Regions/Region"), "RegionId"));
        assertEquals(
                List.of("cn-hangzhou-a", "cn-hangzhou-b", "cn-hangzhou-c", "zone-b"),
                Api.each(api.call("DescribeZones").at("/Zones/Zone"), "ZoneId"));
        JsonNode items = api.call("DescribeAccountAttributes", "AttributeName.1=max-security-groups")
                .at("/AccountAttributeItems/AccountAttributeItem");
        assertEquals(List.of("max-security-groups"), Api.each(items, "AttributeName"));
        assertEquals("10000", items.at("/0/AttributeValues/ValueItem/0/Value").asString());
    }
}
