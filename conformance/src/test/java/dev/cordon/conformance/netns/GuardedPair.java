package dev.cordon.conformance.netns;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Two instances in one isolated group, made through the API: only what a rule admits passes.
///
/// @param first the ENI of the instance with [TwoGuests#FIRST]
/// @param second the ENI of the instance with [TwoGuests#SECOND]
record GuardedPair(SecurityGroupId group, EniId first, EniId second) {

    private static final String BLOCK = "192.0.2.0/24";

    /// @param guests whose links get the MAC addresses of the ENIs
    static GuardedPair make(CordonClient client, TwoGuests guests) {
        String vpc = client.call(Product.VPC, "CreateVpc", new TreeMap<>(Map.of("CidrBlock", BLOCK)))
                .path("VpcId")
                .asString();
        String vSwitch = client.call(
                        Product.VPC,
                        "CreateVSwitch",
                        new TreeMap<>(Map.of("VpcId", vpc, "CidrBlock", BLOCK, "ZoneId", "cn-hangzhou-h")))
                .path("VSwitchId")
                .asString();
        String group = ecs(client, "CreateSecurityGroup", Map.of("VpcId", vpc))
                .path("SecurityGroupId")
                .asString();
        ecs(client, "ModifySecurityGroupPolicy", Map.of("SecurityGroupId", group, "InnerAccessPolicy", "Drop"));
        return new GuardedPair(
                new SecurityGroupId(group),
                instance(client, vSwitch, group, TwoGuests.FIRST, guests.first),
                instance(client, vSwitch, group, TwoGuests.SECOND, guests.second));
    }

    private static EniId instance(
            CordonClient client, String vSwitch, String group, String address, NetworkNamespace guest) {
        Map<String, String> plan =
                Map.of("VSwitchId", vSwitch, "SecurityGroupIds.1", group, "PrivateIpAddress", address);
        JsonNode made = ecs(client, "RunInstances", plan);
        String id = made.path("InstanceIdSets").path("InstanceIdSet").path(0).asString();
        JsonNode found = ecs(client, "DescribeNetworkInterfaces", Map.of("InstanceId", id));
        JsonNode eni =
                found.path("NetworkInterfaceSets").path("NetworkInterfaceSet").path(0);
        TwoGuests.in(
                guest, "link set dev eth0 address " + eni.path("MacAddress").asString());
        return new EniId(eni.path("NetworkInterfaceId").asString());
    }

    /// Adds or takes away the rule that admits one port from the first instance.
    ///
    /// @param action `AuthorizeSecurityGroup` or `RevokeSecurityGroup`
    void rule(CordonClient client, String action, String protocol, int port) {
        ecs(
                client,
                action,
                Map.of(
                        "SecurityGroupId",
                        group.value(),
                        "Permissions.1.IpProtocol",
                        protocol,
                        "Permissions.1.PortRange",
                        port + "/" + port,
                        "Permissions.1.SourceCidrIp",
                        TwoGuests.FIRST + "/32"));
    }

    /// Admits everything from an address.
    void admit(CordonClient client, String address) {
        ecs(
                client,
                "AuthorizeSecurityGroup",
                Map.of(
                        "SecurityGroupId",
                        group.value(),
                        "Permissions.1.IpProtocol",
                        "ALL",
                        "Permissions.1.PortRange",
                        "-1/-1",
                        "Permissions.1.SourceCidrIp",
                        address + "/32"));
    }

    private static JsonNode ecs(CordonClient client, String action, Map<String, String> parameters) {
        return client.call(Product.ECS, action, new TreeMap<>(parameters));
    }
}
