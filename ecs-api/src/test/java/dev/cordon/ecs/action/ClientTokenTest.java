package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Calls that are sent again with the token of before.
class ClientTokenTest {

    private final Api api = new Api();

    @Test
    void callThatIsSentAgainIsAnsweredTheSameAndMakesNothing() {
        String first = api.make("CreateVpc", "VpcId", "ClientToken=t", "VpcName=net", "SignatureNonce=1");
        String again = api.make("CreateVpc", "VpcId", "ClientToken=t", "VpcName=net", "SignatureNonce=2");
        assertEquals(first, again);
        assertEquals(1, api.state().vpcs().count());
    }

    @Test
    void tokenOfOtherParametersIsRefused() {
        api.call("CreateVpc", "ClientToken=t", "VpcName=net");
        assertEquals("400 IdempotentParameterMismatch", api.error("CreateVpc", "ClientToken=t", "VpcName=other"));
        assertEquals("400 IdempotentParameterMismatch", api.error("CreateVpc", "ClientToken=t"));
        assertEquals("good", api.error("CreateVpc", "ClientToken=T", "VpcName=other"));
    }

    @Test
    void tokenIsOfOneAction() {
        String vpc = api.make("CreateVpc", "VpcId", "ClientToken=t");
        assertEquals("good", api.error("CreateSecurityGroup", "ClientToken=t", "VpcId=" + vpc));
    }

    @Test
    void callThatChangedNothingIsRememberedToo() {
        String vpc = api.make("CreateVpc", "VpcId");
        String group = "SecurityGroupId=" + api.make("CreateSecurityGroup", "SecurityGroupId", "VpcId=" + vpc);
        String action = "ModifySecurityGroupPolicy";
        assertEquals("good", api.error(action, group, "InnerAccessPolicy=Accept", "ClientToken=t"));
        assertEquals(
                "400 IdempotentParameterMismatch", api.error(action, group, "InnerAccessPolicy=Drop", "ClientToken=t"));
    }

    @Test
    void malformedTokenIsRefused() {
        assertEquals("good", api.error("CreateVpc", "ClientToken=" + "t".repeat(64)));
        assertEquals(
                "400 InvalidClientToken.ValueNotSupported", api.error("CreateVpc", "ClientToken=" + "t".repeat(65)));
        assertEquals("400 InvalidClientToken.ValueNotSupported", api.error("CreateVpc", "ClientToken=中"));
    }
}
