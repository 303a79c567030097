package dev.cordon.conformance.sdk;

import com.aliyuncs.auth.SignatureVersion;
import dev.cordon.cli.node.CredentialsFile;
import java.util.function.Function;

/// The official clients, by the signature that they are told to use.
enum OfficialClient {
    /// `com.aliyun:ecs20140526` as it comes.
    TEA_V3(key -> TeaCalls.signing(key, TeaCalls.V3).cloud()),

    /// The same with what it calls `v2`, which is the older signature.
    TEA_V1(key -> TeaCalls.signing(key, TeaCalls.V1).cloud()),

    /// `aliyun-java-sdk-ecs` and `-vpc` as they come.
    CLASSIC_V1(key -> ClassicCalls.signing(key, SignatureVersion.V1).cloud()),

    /// The same, opted in request by request.
    CLASSIC_V3(key -> ClassicCalls.signing(key, SignatureVersion.V3).cloud());

    private final Function<CredentialsFile, Cloud> connected;

    OfficialClient(Function<CredentialsFile, Cloud> connected) {
        this.connected = connected;
    }

    /// @param key who calls, and where to
    Cloud connect(CredentialsFile key) {
        return connected.apply(key);
    }
}
