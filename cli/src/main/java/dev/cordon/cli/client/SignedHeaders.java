package dev.cordon.cli.client;

import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.ecs.http.Body;
import dev.cordon.ecs.http.HttpCall;
import dev.cordon.ecs.http.SignatureV3;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The headers of a call without a body, with a signature of version 3.
public final class SignedHeaders {

    /// The one that an HTTP client may insist on setting itself.
    public static final String HOST = "host";

    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private SignedHeaders() {}

    /// Returns all headers, by lower-case name; good for one call.
    ///
    /// @param authority host and port that is called
    /// @param named headers that say what is asked
    public static SortedMap<String, String> of(
            CredentialsFile credentials, String authority, HttpCall.Target target, Map<String, String> named) {
        SortedMap<String, String> headers = new TreeMap<>(named);
        headers.put(HOST, authority);
        headers.put("x-acs-date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        headers.put("x-acs-signature-nonce", UUID.randomUUID().toString());
        headers.put("x-acs-content-sha256", EMPTY_SHA256);
        HttpCall call = new HttpCall(target, headers, Body.EMPTY);
        headers.put(
                "authorization",
                SignatureV3.authorization(call, credentials.accessKeyId(), credentials.accessKeySecret()));
        return headers;
    }
}
