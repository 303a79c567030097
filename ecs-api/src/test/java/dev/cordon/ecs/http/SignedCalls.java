package dev.cordon.ecs.http;

import dev.cordon.ecs.http.HttpCall.Target;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Calls as clients sign them.
public final class SignedCalls {

    public static final String KEY = "testid";
    public static final String SECRET = "testsecret";
    public static final String TIME = "2026-11-24T13:00:00Z";

    private static final AtomicInteger NONCES = new AtomicInteger();

    private SignedCalls() {}

    static String newNonce() {
        return "nonce-" + NONCES.incrementAndGet();
    }

    /// Returns the protocol's parameters of version 1 and those given, without a signature.
    public static SortedMap<String, String> parametersV1(Map<String, String> more) {
        SortedMap<String, String> parameters = new TreeMap<>(Map.of(
                "AccessKeyId", KEY,
                "Version", "2014-05-26",
                "SignatureMethod", "HMAC-SHA1",
                "SignatureVersion", "1.0",
                "SignatureNonce", newNonce(),
                "Timestamp", TIME,
                "Format", "JSON"));
        parameters.putAll(more);
        return parameters;
    }

    public static SortedMap<String, String> signedV1(String method, SortedMap<String, String> parameters) {
        SortedMap<String, String> signed = new TreeMap<>(parameters);
        signed.put("Signature", SignatureV1.signature(method, parameters, SECRET));
        return signed;
    }

    public static HttpCall get(SortedMap<String, String> parameters) {
        return new HttpCall(
                new Target("GET", "/", Encoding.canonical(parameters)), Map.of("host", "ecs.test"), Body.EMPTY);
    }

    static HttpCall form(SortedMap<String, String> query, SortedMap<String, String> form) {
        return new HttpCall(
                new Target("POST", "/", Encoding.canonical(query)),
                Map.of("host", "ecs.test", "content-type", "application/x-www-form-urlencoded; charset=utf-8"),
                body(Encoding.canonical(form)));
    }

    /// Returns the headers of version 3 without a signature.
    static SortedMap<String, String> headersV3(String action, Body body) {
        return new TreeMap<>(Map.of(
                "host",
                "ecs.test",
                "accept",
                "application/json",
                "x-acs-action",
                action,
                "x-acs-version",
                "2014-05-26",
                "x-acs-date",
                TIME,
                "x-acs-signature-nonce",
                newNonce(),
                "x-acs-content-sha256",
                body.sha256()));
    }

    static HttpCall signedV3(String query, SortedMap<String, String> headers, Body body) {
        Target target = new Target("POST", "/", query);
        SortedMap<String, String> signed = new TreeMap<>(headers);
        signed.put("authorization", SignatureV3.authorization(new HttpCall(target, headers, body), KEY, SECRET));
        return new HttpCall(target, signed, body);
    }

    static Body body(String text) {
        return Body.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static HttpCall with(HttpCall call, String header, String value) {
        SortedMap<String, String> headers = new TreeMap<>(call.headers());
        headers.put(header, value);
        return new HttpCall(call.target(), headers, call.body());
    }
}
