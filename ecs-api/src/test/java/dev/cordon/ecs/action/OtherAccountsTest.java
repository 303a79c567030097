package dev.cordon.ecs.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.controlplane.command.PeerReach;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.model.policy.AccountId;
import dev.cordon.wire.record.Account;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Rules that name groups of another account.
class OtherAccountsTest {

    private static final AccountId NUMBER = new AccountId("2000000000000002");
    private static final Account ACCOUNT = new Account(NUMBER, "partner", Api.NOW);

    private final Api api = new Api(Quotas.DEFAULT.with(PeerReach.JOINED_VPCS));
    private final Api partner = api.as(ACCOUNT);
    private final String web = group(api, "web", "10.0.0.0/16");
    private final String client = group(partner, "client", "10.1.0.0/16");

    private static String group(Api api, String name, String block) {
        String vpc = api.make("CreateVpc", "VpcId", "CidrBlock=" + block);
        return api.make("CreateSecurityGroup", "SecurityGroupId", "VpcId=" + vpc, "SecurityGroupName=" + name);
    }

    private String authorize(String peer, String owner) {
        return api.error(
                "AuthorizeSecurityGroup",
                "SecurityGroupId=" + web,
                "Permissions.1.IpProtocol=TCP",
                "Permissions.1.PortRange=443/443",
                "Permissions.1.SourceGroupId=" + peer,
                "Permissions.1." + owner);
    }

    private JsonNode rule() {
        return api.call("DescribeSecurityGroupAttribute", "SecurityGroupId=" + web)
                .at("/Permissions/Permission/0");
    }

    @Test
    void ownerIsNamedByNumberOrByName() {
        assertEquals("good", authorize(client, "SourceGroupOwnerId=" + NUMBER));
        assertEquals("good", authorize(client, "SourceGroupOwnerAccount=partner"));
        assertEquals("good", authorize(client, "SourceGroupOwnerAccount=" + NUMBER));
        assertEquals(
                1,
                api.state()
                        .rulesOf(new dev.cordon.model.policy.SecurityGroupId(web))
                        .size());
    }

    @Test
    void groupOfAnotherThanTheOwnerNamedIsNotFound() {
        String missing = "404 InvalidSourceGroupId.NotFound";
        assertEquals(missing, authorize(client, "SourceGroupOwnerId="));
        assertEquals(missing, authorize(client, "SourceGroupOwnerAccount=root"));
        assertEquals(missing, authorize(client, "SourceGroupOwnerAccount=nobody"));
        assertEquals(missing, authorize(web + "0", "SourceGroupOwnerId=" + NUMBER));
        assertEquals(
                "404 InvalidDestGroupId.NotFound",
                api.error(
                        "AuthorizeSecurityGroupEgress",
                        "SecurityGroupId=" + web,
                        "IpProtocol=ALL",
                        "PortRange=-1/-1",
                        "DestGroupId=" + client,
                        "DestGroupOwnerAccount=root"));
    }

    @Test
    void ownerIsShownWithTheRule() {
        authorize(client, "SourceGroupOwnerAccount=partner");
        assertEquals(client, rule().path("SourceGroupId").asString());
        assertEquals("client", rule().path("SourceGroupName").asString());
        assertEquals("partner", rule().path("SourceGroupOwnerAccount").asString());
        String own = api.make(
                "CreateSecurityGroup",
                "SecurityGroupId",
                "VpcId=" + api.call("DescribeVpcs").at("/Vpcs/Vpc/0/VpcId").asString());
        authorize(own, "SourceGroupOwnerAccount=root");
        assertEquals(
                "",
                api.call("DescribeSecurityGroupAttribute", "SecurityGroupId=" + web)
                        .at("/Permissions/Permission/1/SourceGroupOwnerAccount")
                        .asString());
    }

    @Test
    void ownerLearnsWhoNamesAGroupAndCannotDeleteIt() {
        authorize(client, "SourceGroupOwnerId=" + NUMBER);
        JsonNode reference = partner.call("DescribeSecurityGroupReferences", "SecurityGroupId.1=" + client)
                .at(
                        "/SecurityGroupReferences/SecurityGroupReference/0/ReferencingSecurityGroups/ReferencingSecurityGroup/0");
        assertEquals(web, reference.path("SecurityGroupId").asString());
        assertEquals(AccountId.ROOT.value(), reference.path("AliUid").asString());
        assertEquals("403 DependencyViolation", partner.error("DeleteSecurityGroup", "SecurityGroupId=" + client));
        assertThat(partner.message("DeleteSecurityGroup", "SecurityGroupId=" + client))
                .contains(web);
        api.call(
                "RevokeSecurityGroup",
                "SecurityGroupId=" + web,
                "SecurityGroupRuleId.1=" + rule().path("SecurityGroupRuleId").asString());
        assertEquals("good", partner.error("DeleteSecurityGroup", "SecurityGroupId=" + client));
    }

    @Test
    void ruleKeepsItsPeerWhenSomethingElseChanges() {
        authorize(client, "SourceGroupOwnerId=" + NUMBER);
        String id = rule().path("SecurityGroupRuleId").asString();
        api.call("ModifySecurityGroupRule", "SecurityGroupId=" + web, "SecurityGroupRuleId=" + id, "Priority=7");
        api.call(
                "ModifySecurityGroupRule",
                "SecurityGroupId=" + web,
                "IpProtocol=TCP",
                "PortRange=443/443",
                "Priority=7",
                "SourceGroupId=" + client,
                "Description=shop");
        assertEquals(client, rule().path("SourceGroupId").asString());
        assertEquals("7", rule().path("Priority").asString());
        assertEquals("shop", rule().path("Description").asString());
        String other = group(partner, "other", "10.2.0.0/16");
        String modify = "ModifySecurityGroupRule";
        assertEquals(
                "404 InvalidSourceGroupId.NotFound",
                api.error(modify, "SecurityGroupId=" + web, "SecurityGroupRuleId=" + id, "SourceGroupId=" + other));
        api.call(
                modify,
                "SecurityGroupId=" + web,
                "SecurityGroupRuleId=" + id,
                "SourceGroupId=" + other,
                "SourceGroupOwnerAccount=partner");
        assertEquals(other, rule().path("SourceGroupId").asString());
    }

    @Test
    void groupOfAnotherVpcIsInReachIfNoAddressIsInBoth() {
        String overlapping = group(partner, "overlapping", "10.0.128.0/17");
        assertEquals("403 InvalidSourceGroupId.Mismatch", authorize(overlapping, "SourceGroupOwnerId=" + NUMBER));
        Api strict = new Api();
        String here = group(strict, "here", "10.0.0.0/16");
        String there = group(strict.as(ACCOUNT), "there", "10.1.0.0/16");
        assertEquals(
                "403 InvalidSourceGroupId.Mismatch",
                strict.error(
                        "AuthorizeSecurityGroup",
                        "SecurityGroupId=" + here,
                        "IpProtocol=ALL",
                        "PortRange=-1/-1",
                        "SourceGroupId=" + there,
                        "SourceGroupOwnerId=" + NUMBER));
    }

    @Test
    void accountSeesNothingElseOfAnother() {
        authorize(client, "SourceGroupOwnerId=" + NUMBER);
        JsonNode groups = api.call("DescribeSecurityGroups").at("/SecurityGroups/SecurityGroup");
        assertEquals(List.of(web), Api.each(groups, "SecurityGroupId"));
        assertEquals(
                "404 InvalidSecurityGroupId.NotFound",
                api.error("DescribeSecurityGroupReferences", "SecurityGroupId.1=" + client));
    }
}
