package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.policy.SecurityGroupId;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SecurityGroupLifeTest {

    private final Api api = new Api();
    private final String vpc = api.make("CreateVpc", "VpcId");
    private final String web = group("web");
    private final String bastion = group("bastion");

    private String group(String name) {
        return api.make("CreateSecurityGroup", "SecurityGroupId", "VpcId=" + vpc, "SecurityGroupName=" + name);
    }

    private JsonNode shown(String group) {
        return api.call("DescribeSecurityGroups", "SecurityGroupId=" + group).at("/SecurityGroups/SecurityGroup/0");
    }

    /// A cloud controller makes a group, and finds it again by its tag alone.
    @Test
    void isFoundByItsTagRightAfterItWasMade() {
        String tagged = api.make(
                "CreateSecurityGroup",
                "SecurityGroupId",
                "VpcId=" + vpc,
                "ResourceGroupId=rg-7",
                "Tag.1.Key=service",
                "Tag.1.Value=shop");
        JsonNode found = api.call("DescribeSecurityGroups", "Tag.1.Key=service", "Tag.1.Value=shop")
                .at("/SecurityGroups/SecurityGroup");
        assertEquals(List.of(tagged), Api.each(found, "SecurityGroupId"));
        assertEquals("rg-7", found.at("/0/ResourceGroupId").asString());
        assertEquals("shop", found.at("/0/Tags/Tag/0/TagValue").asString());
    }

    @Test
    void textsAreChangedAndCleared() {
        api.call("ModifySecurityGroupAttribute", "SecurityGroupId=" + web, "Description=in front");
        api.call("ModifySecurityGroupAttribute", "SecurityGroupId=" + web, "SecurityGroupName=shop");
        assertEquals("shop", shown(web).path("SecurityGroupName").asString());
        assertEquals("in front", shown(web).path("Description").asString());
        api.call("ModifySecurityGroupAttribute", "SecurityGroupId=" + web, "Description=");
        assertEquals("shop", shown(web).path("SecurityGroupName").asString());
        assertEquals("", shown(web).path("Description").asString());
        assertEquals(
                "400 InvalidSecurityGroupName.Malformed",
                api.error("ModifySecurityGroupAttribute", "SecurityGroupId=" + web, "SecurityGroupName=1"));
        assertEquals(
                "400 InvalidSecurityGroupDiscription.Malformed",
                api.error("ModifySecurityGroupAttribute", "SecurityGroupId=" + web, "Description=http://x"));
        assertEquals(
                "404 InvalidSecurityGroupId.NotFound",
                api.error("ModifySecurityGroupAttribute", "SecurityGroupId=sg-none", "Description="));
    }

    @Test
    void referencesSayWhatStandsInTheWayOfDeletion() {
        api.call(
                "AuthorizeSecurityGroup",
                "SecurityGroupId=" + web,
                "IpProtocol=tcp",
                "PortRange=22/22",
                "SourceGroupId=" + bastion);
        JsonNode references = api.call(
                        "DescribeSecurityGroupReferences", "SecurityGroupId.1=" + web, "SecurityGroupId.2=" + bastion)
                .at("/SecurityGroupReferences/SecurityGroupReference");
        assertEquals(List.of(bastion), Api.each(references, "SecurityGroupId"));
        assertEquals(
                List.of(web),
                Api.each(references.at("/0/ReferencingSecurityGroups/ReferencingSecurityGroup"), "SecurityGroupId"));
        assertEquals(
                "The security group " + bastion + " still has rules that name it, in " + web
                        + "; revoke those rules first.",
                api.message("DeleteSecurityGroup", "SecurityGroupId=" + bastion));
        api.call("DeleteSecurityGroup", "SecurityGroupId=" + web);
        api.call("DeleteSecurityGroup", "SecurityGroupId=" + bastion);
        assertEquals(
                "404 InvalidSecurityGroupId.NotFound",
                api.error("DescribeSecurityGroupReferences", "SecurityGroupId.1=" + bastion));
    }

    @Test
    void referencesAreAskedForAtMostTenGroups() {
        String[] words = new String[11];
        for (int i = 0; i < words.length; i++) {
            words[i] = "SecurityGroupId." + (i + 1) + "=" + web;
        }
        assertEquals("400 InvalidParameter", api.error("DescribeSecurityGroupReferences", words));
        assertEquals("400 MissingParameter", api.error("DescribeSecurityGroupReferences"));
        assertEquals(
                "400 InvalidSecurityGroupId.Malformed",
                api.error("DescribeSecurityGroupReferences", "SecurityGroupId.1=sg/1"));
    }

    /// What the Terraform provider sends for a rule: flat, with the text of a value that is not
    /// set.
    @Test
    void ruleIsWrittenDescribedAndRevokedAsTerraformDoes() {
        String[] rule = {
            "SecurityGroupId=" + web,
            "IpProtocol=tcp",
            "PortRange=22/22",
            "SourceCidrIp=192.0.2.0/24",
            "NicType=<nil>",
            "Policy=accept",
            "Priority=1",
            "Description="
        };
        api.call("AuthorizeSecurityGroup", rule);
        JsonNode shown = api.call("DescribeSecurityGroupAttribute", "SecurityGroupId=" + web, "NicType=<nil>")
                .at("/Permissions/Permission");
        assertEquals(List.of("192.0.2.0/24"), Api.each(shown, "SourceCidrIp"));
        rule[7] = "Description=from the office";
        api.call("ModifySecurityGroupRule", rule);
        api.call("ModifySecurityGroupRule", rule);
        assertEquals(
                List.of("from the office"),
                Api.each(
                        api.call("DescribeSecurityGroupAttribute", "SecurityGroupId=" + web)
                                .at("/Permissions/Permission"),
                        "Description"));
        rule[7] = "Description=";
        api.call("RevokeSecurityGroup", rule);
        api.call("RevokeSecurityGroup", rule);
        assertEquals(List.of(), api.state().rulesOf(new SecurityGroupId(web)));
    }

    @Test
    void listGoesOnWithATokenThatNobodyAskedFor() {
        for (int i = 0; i < 12; i++) {
            group("more-" + i);
        }
        JsonNode first = api.call("DescribeSecurityGroups");
        assertEquals(10, first.at("/SecurityGroups/SecurityGroup").size());
        JsonNode second = api.call(
                "DescribeSecurityGroups", "NextToken=" + first.path("NextToken").asString());
        assertEquals(4, second.at("/SecurityGroups/SecurityGroup").size());
        assertEquals("", second.path("NextToken").asString());
        assertEquals(
                "",
                api.call("DescribeSecurityGroups", "PageNumber=1")
                        .path("NextToken")
                        .asString());
    }
}
