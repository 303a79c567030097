package dev.cordon.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.aliyun.ecs20140526.Client;
import com.aliyun.ecs20140526.models.DescribeSecurityGroupsRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.BasicSessionCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Official clients with a temporary key, which see what its account has.
class TemporaryClientTest {

    @AutoClose
    private static final RunningNode NODE = RunningNode.start();

    private static Config config(TemporaryKey temporary, String algorithm) {
        Config config = new Config()
                .setAccessKeyId(temporary.key().accessKeyId())
                .setAccessKeySecret(temporary.key().accessKeySecret())
                .setSecurityToken(temporary.token())
                .setEndpoint(NODE.authority())
                .setProtocol("http");
        return algorithm.isEmpty() ? config : config.setSignatureAlgorithm(algorithm);
    }

    private static int groupCount(Config config) throws Exception {
        return new Client(config)
                .describeSecurityGroups(new DescribeSecurityGroupsRequest()
                        .setRegionId(NODE.key().region()))
                .getBody()
                .getTotalCount();
    }

    @ParameterizedTest
    @ValueSource(strings = {TeaCalls.V3, TeaCalls.V1})
    void tokenOpensTheDoor(String algorithm) throws Exception {
        TemporaryKey temporary = TemporaryKey.of(NODE, "tea" + algorithm);
        assertEquals(0, groupCount(config(temporary, algorithm)));
        Config mistaken = config(temporary, algorithm).setSecurityToken("another");
        TeaException refused = assertThrows(TeaException.class, () -> groupCount(mistaken));
        assertEquals("InvalidSecurityToken.MismatchWithAccessKey", refused.getCode());
    }

    @Test
    void tokenOpensTheDoorForTheClassicClient() throws Exception {
        TemporaryKey temporary = TemporaryKey.of(NODE, "classic");
        DefaultProfile profile = DefaultProfile.getProfile(NODE.key().region());
        profile.getHttpClientConfig().setProtocolType(ProtocolType.HTTP);
        DefaultAcsClient client = new DefaultAcsClient(
                profile,
                new StaticCredentialsProvider(new BasicSessionCredentials(
                        temporary.key().accessKeyId(), temporary.key().accessKeySecret(), temporary.token())));
        var request = new com.aliyuncs.ecs.model.v20140526.DescribeSecurityGroupsRequest();
        request.setSysEndpoint(URI.create(NODE.key().endpoint()).getAuthority());
        assertEquals(0, client.getAcsResponse(request).getTotalCount());
    }
}
