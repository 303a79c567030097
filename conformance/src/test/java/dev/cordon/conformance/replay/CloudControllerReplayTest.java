package dev.cordon.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.conformance.sdk.RunningNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The Kubernetes controller of the cloud, which keeps one advanced group for each service whose
/// sources are limited, and finds it by its tags alone.
///
/// @spec https://github.com/kubernetes/cloud-provider-alibaba-cloud pkg/provider/alibaba/ecs
class CloudControllerReplayTest {

    private static final String[] TAGS = {
        "Tag.1.Key=ack.aliyun.com",
        "Tag.1.Value=c1",
        "Tag.2.Key=kubernetes.reused/service",
        "Tag.2.Value=default/web shop+1"
    };
    private static final int RULES_PER_CALL = 100;

    @AutoClose
    private static final RunningNode NODE = RunningNode.start();

    private static final Program ECS = Program.over(Product.ECS, Library.GO_CLASSIC, NODE);
    private static final Program VPC = Program.over(Product.VPC, Library.GO_CLASSIC, NODE);

    private final String vpc =
            VPC.call("CreateVpc", "CidrBlock=10.0.0.0/8").path("VpcId").asString();

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static List<String> found() {
        JsonNode answer = ECS.call("DescribeSecurityGroups", TAGS);
        assertEquals("", answer.path("NextToken").asString(), "there is no more");
        return Program.each(answer.at("/SecurityGroups/SecurityGroup"), "SecurityGroupId");
    }

    /// Makes the group and finds it again, since the controller does not look at the answer.
    private String group() {
        assertEquals(List.of(), found());
        ECS.call(
                "CreateSecurityGroup",
                with(
                        TAGS,
                        "VpcId=" + vpc,
                        "SecurityGroupName=k8s.nlb.web",
                        "SecurityGroupType=enterprise",
                        "Description=managed by the controller"));
        List<String> groups = found();
        assertThat(groups).hasSize(1);
        return groups.getFirst();
    }

    private static JsonNode rules(String group) {
        return ECS.call("DescribeSecurityGroupAttribute", "SecurityGroupId=" + group)
                .at("/Permissions/Permission");
    }

    private static String[] rule(int number, String policy, String source, String priority) {
        String prefix = "Permissions." + number + ".";
        return new String[] {
            prefix + "Policy=" + policy,
            prefix + "SourceCidrIp=" + source,
            prefix + "Priority=" + priority,
            prefix + "IpProtocol=ALL",
            prefix + "PortRange=-1/-1",
            prefix + "Description=k8s rule"
        };
    }

    @Test
    void groupOfAServiceLivesAndDies() {
        String group = group();
        assertEquals(0, rules(group).size());
        String[] both = with(rule(1, "accept", "192.0.2.7/24", "1"), rule(2, "drop", "0.0.0.0/0", "100"));
        ECS.call("AuthorizeSecurityGroup", with(both, "SecurityGroupId=" + group));
        JsonNode written = rules(group);
        // the controller compares these texts with its own
        assertEquals(List.of("192.0.2.7/24", "0.0.0.0/0"), Program.each(written, "SourceCidrIp"));
        assertEquals(List.of("1", "100"), Program.each(written, "Priority"));
        assertEquals(List.of("Accept", "Drop"), Program.each(written, "Policy"));
        modify(group, written.get(0));
        ECS.call(
                "ModifySecurityGroupAttribute",
                "SecurityGroupId=" + group,
                "SecurityGroupName=k8s.nlb.shop",
                "Description=changed");
        revoke(group, rules(group).get(0));
        revoke(group, rules(group).get(0));
        assertEquals(0, rules(group).size());
        ECS.call("DeleteSecurityGroup", "SecurityGroupId=" + group);
        assertEquals(List.of(), found());
        assertEquals(
                "404 InvalidSecurityGroupId.NotFound", ECS.refusal("DeleteSecurityGroup", "SecurityGroupId=" + group));
    }

    /// Sends all of a rule back, with another text.
    private static void modify(String group, JsonNode rule) {
        ECS.call(
                "ModifySecurityGroupRule",
                "SecurityGroupId=" + group,
                "SecurityGroupRuleId=" + rule.path("SecurityGroupRuleId").asString(),
                "Policy=accept",
                "Description=another text",
                "Priority=1",
                "IpProtocol=ALL",
                "PortRange=-1/-1",
                "SourceCidrIp=" + rule.path("SourceCidrIp").asString(),
                "NicType=" + rule.path("NicType").asString());
        JsonNode changed = rules(group).get(0);
        assertEquals(
                List.of(
                        "another text",
                        "192.0.2.7/24",
                        rule.path("SecurityGroupRuleId").asString()),
                List.of(
                        changed.path("Description").asString(),
                        changed.path("SourceCidrIp").asString(),
                        changed.path("SecurityGroupRuleId").asString()));
    }

    /// Revokes a rule by all that was shown of it; what was empty is not sent.
    private static void revoke(String group, JsonNode rule) {
        int before = rules(group).size();
        List<String> words = new ArrayList<>(List.of("SecurityGroupId=" + group));
        for (String field :
                List.of("Policy", "Priority", "IpProtocol", "SourceCidrIp", "PortRange", "NicType", "Description")) {
            words.add("Permissions.1." + field + "=" + rule.path(field).asString());
        }
        ECS.call("RevokeSecurityGroup", words.toArray(String[]::new));
        assertEquals(before - 1, rules(group).size());
    }

    /// The controller looks for this text in the code, and then deletes the group.
    @Test
    void tooManySourcesAreToldByTheCodeThatIsLookedFor() {
        String group = group();
        String refusal = "";
        for (int call = 0; refusal.isEmpty(); call++) {
            String[] words = {"SecurityGroupId=" + group};
            for (int number = 1; number <= RULES_PER_CALL; number++) {
                words = with(words, rule(number, "accept", "10." + call + "." + number + ".0/24", "1"));
            }
            String told = ECS.refusal("AuthorizeSecurityGroup", words);
            refusal = told.startsWith("200 ") ? "" : told;
        }
        assertEquals("403 AuthorizationLimitExceed", refusal);
        ECS.call("DeleteSecurityGroup", "SecurityGroupId=" + group);
    }

    @Test
    void nodesAreFoundWithTheirAddresses() {
        String vSwitch = VPC.call("CreateVSwitch", "VpcId=" + vpc, "CidrBlock=10.1.0.0/24", "ZoneId=cn-hangzhou-a")
                .path("VSwitchId")
                .asString();
        String group = ECS.call("CreateSecurityGroup", "VpcId=" + vpc)
                .path("SecurityGroupId")
                .asString();
        String node = ECS.call("RunInstances", "VSwitchId=" + vSwitch, "SecurityGroupId=" + group)
                .at("/InstanceIdSets/InstanceIdSet/0")
                .asString();
        JsonNode shown = ECS.call(
                "DescribeInstances",
                "InstanceIds=[\"" + node + "\"]",
                "MaxResults=100",
                "AdditionalAttributes.1=NETWORK_PRIMARY_ENI_IP");
        assertEquals(List.of(node), Program.each(shown.at("/Instances/Instance"), "InstanceId"));
        assertEquals(100, shown.path("PageSize").asInt(), "fewer would end the controller's loop");
        String address = shown.at("/Instances/Instance/0/VpcAttributes/PrivateIpAddress/IpAddress/0")
                .asString();
        JsonNode enis = ECS.call(
                        "DescribeNetworkInterfaces",
                        "VpcId=" + vpc,
                        "Status=InUse",
                        "PrivateIpAddress.1=" + address,
                        "MaxResults=100")
                .at("/NetworkInterfaceSets/NetworkInterfaceSet");
        assertEquals(List.of(node), Program.each(enis, "InstanceId"));
        String eni = enis.at("/0/NetworkInterfaceId").asString();
        ECS.call("ModifyNetworkInterfaceAttribute", "NetworkInterfaceId=" + eni, "SourceDestCheck=false");
        assertEquals(
                List.of("false"),
                Program.each(
                        ECS.call("DescribeNetworkInterfaces", "NetworkInterfaceId.1=" + eni)
                                .at("/NetworkInterfaceSets/NetworkInterfaceSet"),
                        "SourceDestCheck"));
        ECS.call("DeleteInstance", "InstanceId=" + node, "Force=true");
        assertEquals(
                0,
                ECS.call("DescribeInstances", "InstanceIds=[\"" + node + "\"]", "MaxResults=100")
                        .at("/Instances/Instance")
                        .size());
    }
}
