package dev.cordon.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.conformance.sdk.RunningNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The resources of Terraform's provider, made, read, updated and destroyed.
///
/// Updating and deleting a rule always goes over TLS, by GET, whatever the provider is told.
///
/// @spec https://github.com/aliyun/terraform-provider-alicloud alicloud/resource_alicloud_*.go
class TerraformReplayTest {

    @AutoClose
    private static final RunningNode NODE = RunningNode.start();

    private static final Program ECS = Program.over(Product.ECS, Library.TEA_RPC, NODE);
    private static final Program VPC = Program.over(Product.VPC, Library.TEA_RPC, NODE);
    private static final Program RULES = Program.overTls(Product.ECS, Library.GO_COMMON, NODE);

    private final String vpc = vpc();

    private static String vpc() {
        String id = VPC.call(
                        "CreateVpc",
                        "RegionId=cn-hangzhou",
                        "ClientToken=TF-CreateVpc-" + System.nanoTime(),
                        "CidrBlock=10.0.0.0/8",
                        "VpcName=tf vpc",
                        "EnableIpv6=false")
                .path("VpcId")
                .asString();
        JsonNode shown = VPC.call("DescribeVpcAttribute", "RegionId=cn-hangzhou", "VpcId=" + id);
        assertEquals("Available", shown.path("Status").asString());
        return id;
    }

    private String group() {
        return ECS.call(
                        "CreateSecurityGroup",
                        "RegionId=cn-hangzhou",
                        "ClientToken=TF-CreateSecurityGroup-" + System.nanoTime(),
                        "VpcId=" + vpc,
                        "SecurityGroupName=tf-web",
                        "Description=made by Terraform & Co",
                        "SecurityGroupType=normal",
                        "Tag.1.Key=For",
                        "Tag.1.Value=tf " + vpc)
                .path("SecurityGroupId")
                .asString();
    }

    private String vSwitch() {
        String id = VPC.call(
                        "CreateVSwitch",
                        "RegionId=cn-hangzhou",
                        "ClientToken=TF-CreateVSwitch-" + vpc,
                        "VpcId=" + vpc,
                        "CidrBlock=10.1.0.0/24",
                        "ZoneId=cn-hangzhou-a")
                .path("VSwitchId")
                .asString();
        assertEquals(
                "Available",
                VPC.call("DescribeVSwitchAttributes", "RegionId=cn-hangzhou", "VSwitchId=" + id)
                        .path("Status")
                        .asString());
        return id;
    }

    private static JsonNode rules(String group, String... more) {
        String[] words = {"RegionId=cn-hangzhou", "SecurityGroupId=" + group, "Direction=ingress"};
        String[] all = Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
        return ECS.call("DescribeSecurityGroupAttribute", all).at("/Permissions/Permission");
    }

    @Test
    void groupIsReadByIdAndByTagRightAfterItWasMade() {
        String group = group();
        JsonNode byId = ECS.call("DescribeSecurityGroups", "RegionId=cn-hangzhou", "SecurityGroupId=" + group)
                .at("/SecurityGroups/SecurityGroup");
        assertEquals(List.of("made by Terraform & Co"), Program.each(byId, "Description"));
        JsonNode byTag = ECS.call(
                        "DescribeSecurityGroups",
                        "RegionId=cn-hangzhou",
                        "PageNumber=1",
                        "PageSize=50",
                        "Tag.1.Key=For",
                        "Tag.1.Value=tf " + vpc)
                .at("/SecurityGroups/SecurityGroup");
        assertEquals(List.of(group), Program.each(byTag, "SecurityGroupId"));
        assertEquals(List.of("tf " + vpc), tags(group, "securitygroup"));
        assertEquals("Accept", policy(group));
        ECS.call(
                "ModifySecurityGroupPolicy",
                "RegionId=cn-hangzhou",
                "ClientToken=TF-policy-" + group,
                "SecurityGroupId=" + group,
                "InnerAccessPolicy=Drop");
        assertEquals("Drop", policy(group));
        ECS.call(
                "ModifySecurityGroupAttribute",
                "RegionId=cn-hangzhou",
                "SecurityGroupId=" + group,
                "SecurityGroupName=tf-shop",
                "Description=");
        ECS.call(
                "UntagResources",
                "RegionId=cn-hangzhou",
                "ResourceId.1=" + group,
                "ResourceType=securitygroup",
                "TagKey.1=For");
        assertEquals(List.of(), tags(group, "securitygroup"));
        ECS.call("DeleteSecurityGroup", "RegionId=cn-hangzhou", "SecurityGroupId=" + group);
        assertEquals(
                0,
                ECS.call("DescribeSecurityGroups", "RegionId=cn-hangzhou", "SecurityGroupId=" + group)
                        .at("/SecurityGroups/SecurityGroup")
                        .size());
        assertEquals(
                "404 InvalidSecurityGroupId.NotFound",
                ECS.refusal("DescribeSecurityGroupAttribute", "RegionId=cn-hangzhou", "SecurityGroupId=" + group));
    }

    private static String policy(String group) {
        return ECS.call("DescribeSecurityGroupAttribute", "RegionId=cn-hangzhou", "SecurityGroupId=" + group)
                .path("InnerAccessPolicy")
                .asString();
    }

    /// The provider breaks on an answer without the list, even if it is empty.
    private static List<String> tags(String id, String type) {
        JsonNode list = ECS.call(
                        "ListTagResources", "RegionId=cn-hangzhou", "ResourceType=" + type, "ResourceId.1=" + id)
                .at("/TagResources/TagResource");
        assertThat(list.isArray()).isTrue();
        return Program.each(list, "TagValue");
    }

    /// The rule's id in Terraform is made of its values, one of which nobody set: `<nil>`.
    @Test
    void ruleIsUpdatedTwiceAndDeletedByItsValuesOverTls() {
        String group = group();
        ECS.call(
                "AuthorizeSecurityGroup",
                "RegionId=cn-hangzhou",
                "SecurityGroupId=" + group,
                "Permissions.1.IpProtocol=tcp",
                "Permissions.1.PortRange=22/22",
                "Permissions.1.Policy=accept",
                "Permissions.1.Priority=1",
                "Permissions.1.SourceCidrIp=192.0.2.7/24",
                "Permissions.1.NicType=intranet");
        String[] flat = {
            "SecurityGroupId=" + group,
            "IpProtocol=tcp",
            "PortRange=22/22",
            "Policy=accept",
            "Priority=1",
            "SourceCidrIp=192.0.2.7/24",
            "NicType=intranet",
            "Description=from the office"
        };
        RULES.call("ModifySecurityGroupRule", flat);
        RULES.call("ModifySecurityGroupRule", flat);
        JsonNode read = rules(group, "NicType=<nil>");
        assertEquals(List.of("from the office"), Program.each(read, "Description"));
        assertEquals(List.of("192.0.2.7/24"), Program.each(read, "SourceCidrIp"));
        assertEquals(List.of("TCP"), Program.each(read, "IpProtocol"));
        flat[6] = "NicType=<nil>";
        flat[7] = "Description=";
        RULES.call("ModifySecurityGroupRule", flat);
        assertEquals(List.of(""), Program.each(rules(group, "NicType=intranet"), "Description"));
        RULES.call("RevokeSecurityGroup", flat);
        assertEquals(0, rules(group).size());
        RULES.call("RevokeSecurityGroup", flat);
        ECS.call("DeleteSecurityGroup", "RegionId=cn-hangzhou", "SecurityGroupId=" + group);
        assertEquals("404 InvalidSecurityGroupId.NotFound", RULES.refusal("RevokeSecurityGroup", flat));
    }

    @Test
    void egressRuleOfAnIpv6BlockIsReadBackCompressed() {
        String group = group();
        ECS.call(
                "AuthorizeSecurityGroupEgress",
                "RegionId=cn-hangzhou",
                "SecurityGroupId=" + group,
                "Permissions.1.IpProtocol=all",
                "Permissions.1.PortRange=-1/-1",
                "Permissions.1.Policy=drop",
                "Permissions.1.Priority=100",
                "Permissions.1.Ipv6DestCidrIp=2001:0db8:0:0::/64",
                "Permissions.1.Description=nothing there");
        JsonNode read = ECS.call(
                        "DescribeSecurityGroupAttribute",
                        "RegionId=cn-hangzhou",
                        "SecurityGroupId=" + group,
                        "Direction=egress",
                        "NicType=intranet")
                .at("/Permissions/Permission");
        assertEquals(List.of("2001:db8::/64"), Program.each(read, "Ipv6DestCidrIp"));
        assertEquals(List.of("100"), Program.each(read, "Priority"));
        String[] flat = {
            "SecurityGroupId=" + group,
            "IpProtocol=all",
            "PortRange=-1/-1",
            "Policy=drop",
            "Priority=100",
            "Ipv6DestCidrIp=2001:db8::/64",
            "NicType=intranet",
            "Description=nothing at all"
        };
        RULES.call("ModifySecurityGroupEgressRule", flat);
        RULES.call("RevokeSecurityGroupEgress", flat);
        ECS.call("DeleteSecurityGroup", "RegionId=cn-hangzhou", "SecurityGroupId=" + group);
    }

    @Test
    void eniWaitsForWhatItWasToldAndIsGoneWhenDeleted() {
        String vSwitch = vSwitch();
        String group = group();
        String eni = ECS.call(
                        "CreateNetworkInterface",
                        "RegionId=cn-hangzhou",
                        "ClientToken=TF-CreateNetworkInterface-" + group,
                        "VSwitchId=" + vSwitch,
                        "SecurityGroupIds.1=" + group,
                        "NetworkInterfaceName=tf-eni")
                .path("NetworkInterfaceId")
                .asString();
        String[] read = {"RegionId=cn-hangzhou", "NetworkInterfaceId.1=" + eni};
        JsonNode shown = ECS.call("DescribeNetworkInterfaces", read).at("/NetworkInterfaceSets/NetworkInterfaceSet/0");
        assertEquals("Available", shown.path("Status").asString());
        // the provider takes these for lists without looking
        for (String list : List.of(
                "/PrivateIpSets/PrivateIpSet",
                "/Ipv6Sets/Ipv6Set",
                "/Ipv4PrefixSets/Ipv4PrefixSet",
                "/SecurityGroupIds/SecurityGroupId")) {
            assertThat(shown.at(list).isArray()).as(list).isTrue();
        }
        assertEquals(List.of(), tags(eni, "eni"));
        String second = group();
        ECS.call(
                "ModifyNetworkInterfaceAttribute",
                "RegionId=cn-hangzhou",
                "NetworkInterfaceId=" + eni,
                "SecurityGroupId.1=" + second);
        ECS.call(
                "AssignPrivateIpAddresses",
                "RegionId=cn-hangzhou",
                "ClientToken=TF-Assign-" + eni,
                "NetworkInterfaceId=" + eni,
                "SecondaryPrivateIpAddressCount=2");
        assertEquals(
                3,
                ECS.call("DescribeNetworkInterfaces", read)
                        .at("/NetworkInterfaceSets/NetworkInterfaceSet/0/PrivateIpSets/PrivateIpSet")
                        .size());
        String[] deletion = {"RegionId=cn-hangzhou", "SecurityGroupId=" + second};
        assertEquals("403 DependencyViolation", ECS.refusal("DeleteSecurityGroup", deletion));
        ECS.call("DeleteNetworkInterface", "RegionId=cn-hangzhou", "NetworkInterfaceId=" + eni);
        assertEquals(
                0,
                ECS.call("DescribeNetworkInterfaces", read)
                        .at("/NetworkInterfaceSets/NetworkInterfaceSet")
                        .size());
        ECS.call("DeleteSecurityGroup", deletion);
        networkGoesInTheRightOrder(group, vSwitch);
    }

    private void networkGoesInTheRightOrder(String group, String vSwitch) {
        String[] deletion = {"RegionId=cn-hangzhou", "VpcId=" + vpc};
        assertThat(VPC.refusal("DeleteVpc", deletion)).contains(" DependencyViolation");
        VPC.call("DeleteVSwitch", "RegionId=cn-hangzhou", "VSwitchId=" + vSwitch);
        assertThat(VPC.refusal("DeleteVpc", deletion)).contains(" DependencyViolation");
        ECS.call("DeleteSecurityGroup", "RegionId=cn-hangzhou", "SecurityGroupId=" + group);
        VPC.call("DeleteVpc", deletion);
        assertThat(VPC.refusal("DescribeVpcAttribute", deletion)).startsWith("404 ");
    }

    @Test
    void prefixListIsChangedEntryByEntry() {
        String list = ECS.call(
                        "CreatePrefixList",
                        "RegionId=cn-hangzhou",
                        "ClientToken=TF-CreatePrefixList-" + vpc,
                        "AddressFamily=IPv4",
                        "MaxEntries=5",
                        "PrefixListName=tf-offices",
                        "Entry.1.Cidr=192.0.2.0/24",
                        "Entry.1.Description=first one")
                .path("PrefixListId")
                .asString();
        String[] read = {"RegionId=cn-hangzhou", "PrefixListId=" + list};
        ECS.call(
                "ModifyPrefixList",
                "RegionId=cn-hangzhou",
                "PrefixListId=" + list,
                "AddEntry.1.Cidr=198.51.100.0/24",
                "AddEntry.1.Description=second one",
                "RemoveEntry.1.Cidr=192.0.2.0/24");
        assertEquals(
                List.of("198.51.100.0/24"),
                Program.each(ECS.call("DescribePrefixListAttributes", read).at("/Entries/Entry"), "Cidr"));
        ECS.call("DeletePrefixList", read);
        assertEquals("404 InvalidPrefixListId.NotFound", ECS.refusal("DescribePrefixListAttributes", read));
    }
}
