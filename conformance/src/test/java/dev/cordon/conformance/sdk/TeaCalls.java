package dev.cordon.conformance.sdk;

import com.aliyun.ecs20140526.Client;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import dev.cordon.cli.node.CredentialsFile;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Calls through `com.aliyun:ecs20140526`.
final class TeaCalls {

    static final String V3 = "";

    /// The client's own word for it.
    static final String V1 = "v2";

    private final Client client;
    private final String region;

    private TeaCalls(Client client, String region) {
        this.client = client;
        this.region = region;
    }

    static TeaCalls signing(CredentialsFile key, String algorithm) {
        Config config = new Config()
                .setAccessKeyId(key.accessKeyId())
                .setAccessKeySecret(key.accessKeySecret())
                .setEndpoint(URI.create(key.endpoint()).getAuthority())
                .setProtocol("http");
        if (!algorithm.isEmpty()) {
            config.setSignatureAlgorithm(algorithm);
        }
        try {
            return new TeaCalls(new Client(config), key.region());
        } catch (Exception unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    Cloud cloud() {
        return new Cloud(new TeaNetworks(this), new TeaGroups(this), new TeaMembers(this), new TeaLabels(this));
    }

    String region() {
        return region;
    }

    /// A call of the client that returns the body of the answer.
    interface Call<T> {

        // the client declares nothing narrower
        T on(Client client) throws Exception;
    }

    <T> T call(Call<T> call) {
        try {
            return call.on(client);
        } catch (TeaException refused) {
            throw new CallFailedException(refused.getCode(), requestId(refused), refused);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String requestId(TeaException refused) {
        return Optional.ofNullable(refused.getData())
                .map(data -> data.get("RequestId"))
                .map(Object::toString)
                .orElse("");
    }

    /// Calls an action of the product VPC, for which the core of the client is enough.
    ///
    /// @return the body of the answer
    Map<?, ?> callVpc(String action, Map<String, String> parameters) {
        Params params = new Params()
                .setAction(action)
                .setVersion("2016-04-28")
                .setProtocol("HTTP")
                .setPathname("/")
                .setMethod("POST")
                .setAuthType("AK")
                .setStyle("RPC")
                .setReqBodyType("formData")
                .setBodyType("json");
        Map<String, ?> answer = call(
                on -> on.callApi(params, new OpenApiRequest().setQuery(Map.copyOf(parameters)), new RuntimeOptions()));
        return (Map<?, ?>) answer.get("body");
    }
}
