package dev.cordon.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.model.state.Revision;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Whom the node does not believe, and what an official client makes of that.
class ClientSignatureTest {

    @AutoClose
    private static final RunningNode NODE = RunningNode.start();

    private static CallFailedException refused(OfficialClient client, CredentialsFile key) {
        Revision before = NODE.revision();
        Cloud cloud = client.connect(key);
        CallFailedException failed =
                assertThrows(CallFailedException.class, () -> cloud.networks().createVpc("10.0.0.0/8"));
        assertEquals(before, NODE.revision());
        return failed;
    }

    private static CredentialsFile key(String id, String secret) {
        return new CredentialsFile(id, secret, NODE.key().region(), NODE.key().endpoint());
    }

    /// The string to sign also proves that the clients sign as their names say. The classic client
    /// compares that of the older signature with its own, and concludes that the secret is wrong.
    @ParameterizedTest
    @CsvSource(textBlock = """
                    TEA_V3,     SignatureDoesNotMatch,      string to sign is:ACS3-HMAC-SHA256
                    TEA_V1,     SignatureDoesNotMatch,      string to sign is:POST&%2F&AccessKeyId
                    CLASSIC_V1, SDK.InvalidAccessKeySecret, Specified Access Key Secret is not valid.
                    CLASSIC_V3, SignatureDoesNotMatch,      string to sign is:ACS3-HMAC-SHA256
                    """)
    void wrongSecretIsTold(OfficialClient client, String code, String message) {
        CallFailedException failed = refused(client, key(NODE.key().accessKeyId(), "not the secret"));
        assertEquals(code, failed.code());
        assertThat(failed).hasMessageContaining(message);
    }

    @ParameterizedTest
    @EnumSource(OfficialClient.class)
    void unknownKeyIsTold(OfficialClient client) {
        CallFailedException failed = refused(client, key("nobody", NODE.key().accessKeySecret()));
        assertEquals("InvalidAccessKeyId.NotFound", failed.code());
        assertThat(failed).hasMessageContaining("Specified access key is not found.");
    }

    @ParameterizedTest
    @EnumSource(OfficialClient.class)
    void errorIsToldWithItsMessage(OfficialClient client) {
        Cloud cloud = client.connect(NODE.key());
        CallFailedException failed = assertThrows(
                CallFailedException.class,
                () -> cloud.groups().create(Map.of("VpcId", "vpc-甲", "SecurityGroupName", "web")));
        assertEquals("InvalidVpcId.NotFound", failed.code());
        assertThat(failed).hasMessageContaining("The VPC of that id does not exist.");
    }
}
