package dev.cordon.conformance.sdk;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.AcsResponse;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.auth.signers.SignatureAlgorithm;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import dev.cordon.cli.node.CredentialsFile;
import java.net.URI;

/// Calls through `aliyun-java-sdk-ecs` and `aliyun-java-sdk-vpc`.
final class ClassicCalls {

    private final DefaultAcsClient client;
    private final CredentialsFile key;
    private final SignatureVersion version;

    private ClassicCalls(DefaultAcsClient client, CredentialsFile key, SignatureVersion version) {
        this.client = client;
        this.key = key;
        this.version = version;
    }

    static ClassicCalls signing(CredentialsFile key, SignatureVersion version) {
        DefaultProfile profile = DefaultProfile.getProfile(key.region(), key.accessKeyId(), key.accessKeySecret());
        profile.getHttpClientConfig().setProtocolType(ProtocolType.HTTP);
        return new ClassicCalls(new DefaultAcsClient(profile), key, version);
    }

    Cloud cloud() {
        return new Cloud(
                new ClassicNetworks(this), new ClassicGroups(this), new ClassicMembers(this), new ClassicLabels(this));
    }

    String region() {
        return key.region();
    }

    <T extends AcsResponse> T call(AcsRequest<T> request) {
        request.setSysEndpoint(URI.create(key.endpoint()).getAuthority());
        request.setSysMethod(MethodType.POST);
        if (version == SignatureVersion.V3) {
            request.setSysSignatureVersion(SignatureVersion.V3);
            request.setSysSignatureAlgorithm(SignatureAlgorithm.ACS3_HMAC_SHA256);
        }
        try {
            return client.getAcsResponse(request);
        } catch (ClientException refused) {
            throw new CallFailedException(refused.getErrCode(), refused.getRequestId(), refused);
        }
    }
}
