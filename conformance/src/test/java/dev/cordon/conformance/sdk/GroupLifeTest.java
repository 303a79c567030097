package dev.cordon.conformance.sdk;

import static dev.cordon.conformance.sdk.Rules.DNS_V6;
import static dev.cordon.conformance.sdk.Rules.NO_PING;
import static dev.cordon.conformance.sdk.Rules.SSH;
import static dev.cordon.conformance.sdk.Rules.fromGroup;
import static dev.cordon.conformance.sdk.Rules.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.conformance.sdk.Cloud.Attribute;
import dev.cordon.model.state.PolicyState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The life of a group and of its members, through each official client.
@ParameterizedClass(name = "{0}")
@EnumSource(OfficialClient.class)
class GroupLifeTest {

    private static final String DESCRIPTION = "网络安全组 – Größe <a> & \"b\" \\ 𝄞";

    @AutoClose
    private static final RunningNode NODE = RunningNode.start();

    private final Cloud cloud;
    private final PolicyState before = NODE.state();
    private final String vpc;
    private final String vSwitch;
    private final String basic;
    private final String advanced;

    GroupLifeTest(OfficialClient client) {
        cloud = client.connect(NODE.key());
        vpc = cloud.networks().createVpc("10.0.0.0/8");
        vSwitch = cloud.networks().createVSwitch(vpc, "10.1.0.0/16");
        basic = cloud.groups().create(Map.of("VpcId", vpc, "SecurityGroupName", "web-组.1", "Description", DESCRIPTION));
        advanced = cloud.groups()
                .create(Map.of("VpcId", vpc, "SecurityGroupName", "batch", "SecurityGroupType", "enterprise"));
    }

    /// The right order: members first, then groups, then networks.
    @AfterEach
    void whatWasMadeCanBeDeletedAndLeavesNothing() {
        cloud.groups().delete(basic);
        cloud.groups().delete(advanced);
        cloud.networks().deleteVSwitch(vSwitch);
        cloud.networks().deleteVpc(vpc);
        assertEquals(before, NODE.state());
    }

    private static String codeOf(Executable call) {
        CallFailedException failed = assertThrows(CallFailedException.class, call);
        assertThat(failed.requestId()).matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
        return failed.code();
    }

    private static Map<String, String> instance(String id) {
        return Map.of("InstanceId", id);
    }

    private static Map<String, String> eni(String id) {
        return Map.of("NetworkInterfaceId", id);
    }

    @Test
    void groupsOfBothTypesAreListedAsTheyWereMade() {
        List<SortedMap<String, String>> groups = cloud.groups().describe(vpc);
        groups.forEach(group -> assertThat(Instant.parse(group.remove("CreationTime")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now()));
        assertThat(groups)
                .containsExactlyInAnyOrder(
                        new TreeMap<>(Map.of(
                                "SecurityGroupId", basic,
                                "SecurityGroupName", "web-组.1",
                                "Description", DESCRIPTION,
                                "SecurityGroupType", "normal",
                                "VpcId", vpc,
                                "ResourceGroupId", "",
                                "ServiceID", "0",
                                "ServiceManaged", "false")),
                        new TreeMap<>(Map.of(
                                "SecurityGroupId", advanced,
                                "SecurityGroupName", "batch",
                                "Description", "",
                                "SecurityGroupType", "enterprise",
                                "VpcId", vpc,
                                "ResourceGroupId", "",
                                "ServiceID", "0",
                                "ServiceManaged", "false")));
    }

    @Test
    void policyOfABasicGroupIsSwitchedAndThatOfAnAdvancedOneStays() {
        assertEquals("Accept", cloud.groups().attribute(basic).fields().get("InnerAccessPolicy"));
        cloud.groups().setPolicy(basic, "Drop");
        SortedMap<String, String> fields = cloud.groups().attribute(basic).fields();
        assertThat(fields.remove("RequestId")).isNotEmpty();
        assertEquals(
                Map.of(
                        "SecurityGroupId",
                        basic,
                        "SecurityGroupName",
                        "web-组.1",
                        "Description",
                        DESCRIPTION,
                        "InnerAccessPolicy",
                        "Drop",
                        "RegionId",
                        NODE.key().region(),
                        "VpcId",
                        vpc,
                        "NextToken",
                        ""),
                fields);
        assertEquals("Drop", cloud.groups().attribute(advanced).fields().get("InnerAccessPolicy"));
        assertEquals(
                "InvalidParameter.InnerAccessPolicy",
                codeOf(() -> cloud.groups().setPolicy(advanced, "Accept")));
    }

    @Test
    void rulesAreReadBackFieldByField() {
        String peer = cloud.groups().create(Map.of("VpcId", vpc, "SecurityGroupName", "bastion"));
        cloud.groups().authorizeFlat(basic, SSH);
        cloud.groups().authorize(basic, List.of(NO_PING, DNS_V6, fromGroup(peer)));
        Attribute attribute = cloud.groups().attribute(basic);
        attribute.rules().forEach(rule -> {
            assertThat(rule.remove("SecurityGroupRuleId")).startsWith("sgr-");
            assertThat(Instant.parse(rule.remove("CreateTime")))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now());
        });
        SortedMap<String, String> ssh = shown(SSH);
        ssh.putAll(Map.of("IpProtocol", "TCP", "Policy", "Accept"));
        SortedMap<String, String> noPing = shown(NO_PING);
        SortedMap<String, String> dns = shown(DNS_V6);
        dns.putAll(Map.of("IpProtocol", "UDP", "Ipv6SourceCidrIp", "2001:db8::/64"));
        SortedMap<String, String> fromPeer = shown(fromGroup(peer));
        fromPeer.putAll(Map.of("IpProtocol", "ALL", "SourceGroupName", "bastion"));
        assertEquals(List.of(ssh, noPing, dns, fromPeer), attribute.rules());

        assertEquals("DependencyViolation", codeOf(() -> cloud.groups().delete(peer)));
        cloud.groups().revoke(basic, fromGroup(peer));
        cloud.groups().delete(peer);
    }

    @Test
    void ruleIsWrittenOnceHoweverOftenItIsAuthorized() {
        cloud.groups().authorizeFlat(advanced, SSH);
        List<SortedMap<String, String>> once =
                cloud.groups().attribute(advanced).rules();
        cloud.groups().authorize(advanced, List.of(SSH));
        assertEquals(once, cloud.groups().attribute(advanced).rules());
    }

    @Test
    void rulesAreRevokedByValueAndById() {
        cloud.groups().authorize(basic, List.of(SSH, NO_PING, DNS_V6));
        Map<String, String> described = new TreeMap<>(NO_PING);
        described.put("Description", "no part of what a rule is");
        cloud.groups().revoke(basic, described);
        Attribute left = cloud.groups().attribute(basic);
        assertEquals(List.of("22/22", "53/55"), left.each("PortRange"));

        List<String> ids = left.each("SecurityGroupRuleId");
        cloud.groups().revokeByIds(basic, ids);
        assertEquals(List.of(), cloud.groups().attribute(basic).rules());
        assertEquals(
                "InvalidParam.SecurityGroupRuleId", codeOf(() -> cloud.groups().revokeByIds(basic, ids)));
        cloud.groups().revoke(basic, SSH);
    }

    @Test
    void instancesJoinAndLeave() {
        String second = cloud.groups().create(Map.of("VpcId", vpc, "SecurityGroupName", "second"));
        List<String> ids = cloud.members()
                .run(vSwitch, List.of(basic), Map.of("InstanceName", "数据库-1", "Description", DESCRIPTION));
        assertThat(ids).hasSize(1);
        String id = ids.getFirst();
        cloud.members().join(instance(id), second);
        var shown = cloud.members().instance(id);
        assertThat(shown.fields())
                .containsAllEntriesOf(Map.of(
                        "InstanceId", id,
                        "InstanceName", "数据库-1",
                        "Description", DESCRIPTION,
                        "Status", "Running",
                        "InstanceNetworkType", "vpc"));
        assertThat(shown.groups()).containsExactlyInAnyOrder(basic, second);
        assertEquals(vpc, shown.vpc());
        assertThat(shown.addresses()).singleElement().asString().startsWith("10.1.");

        assertEquals(
                "InvalidInstanceId.AlreadyExists", codeOf(() -> cloud.members().join(instance(id), second)));
        assertEquals("DependencyViolation", codeOf(() -> cloud.groups().delete(second)));
        cloud.members().leave(instance(id), second);
        assertEquals("InstanceNotInSecurityGroup", codeOf(() -> cloud.members().leave(instance(id), second)));
        assertEquals("InstanceLastSecurityGroup", codeOf(() -> cloud.members().leave(instance(id), basic)));
        cloud.groups().delete(second);

        assertEquals("DependencyViolation", codeOf(() -> cloud.groups().delete(basic)));
        cloud.members().deleteInstance(id);
    }

    @Test
    void enisJoinAndLeave() {
        String second = cloud.groups()
                .create(Map.of("VpcId", vpc, "SecurityGroupName", "two", "SecurityGroupType", "enterprise"));
        String id = cloud.members()
                .createEni(
                        vSwitch,
                        List.of(advanced),
                        Map.of(
                                "PrimaryIpAddress",
                                "10.1.0.9",
                                "NetworkInterfaceName",
                                "网卡",
                                "Description",
                                DESCRIPTION));
        cloud.members().join(eni(id), second);
        var shown = cloud.members().eni(id);
        assertThat(shown.fields())
                .containsAllEntriesOf(Map.of(
                        "NetworkInterfaceId", id,
                        "NetworkInterfaceName", "网卡",
                        "Description", DESCRIPTION,
                        "Status", "Available",
                        "Type", "Secondary",
                        "InstanceId", "",
                        "VpcId", vpc,
                        "VSwitchId", vSwitch,
                        "PrivateIpAddress", "10.1.0.9"));
        assertThat(shown.groups()).containsExactlyInAnyOrder(advanced, second);
        assertEquals(List.of("10.1.0.9"), shown.addresses());

        assertEquals(
                "InvalidOperation.MultiGroupType", codeOf(() -> cloud.members().join(eni(id), basic)));
        assertEquals("DependencyViolation", codeOf(() -> cloud.groups().delete(second)));
        cloud.members().leave(eni(id), second);
        cloud.groups().delete(second);
        assertEquals("DependencyViolation", codeOf(() -> cloud.networks().deleteVSwitch(vSwitch)));
        cloud.members().deleteEni(id);
        assertEquals("InvalidEniId.NotFound", codeOf(() -> cloud.members().deleteEni(id)));
    }

    @Test
    void networkGoesAfterWhatIsInIt() {
        assertEquals(
                "DependencyViolation.VSwitch", codeOf(() -> cloud.networks().deleteVpc(vpc)));
    }
}
