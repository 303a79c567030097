package dev.cordon.conformance.replay;

import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.conformance.border.Signing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// One call as a library puts it on the wire.
///
/// Only `Connection: close` is not theirs, by which the end of the answer is known.
///
/// @param authority where the library thinks it calls
record LibraryRequest(
        CredentialsFile key, String authority, Product product, String action, SortedMap<String, String> parameters) {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    String text(Library library) {
        return switch (library) {
            case GO_CLASSIC -> goClassic("POST", "Content-Length: 0\r\n");
            case GO_COMMON -> goClassic("GET", "");
            case TEA_RPC -> teaRpc();
            case TEA_V3 -> teaV3();
        };
    }

    private static String escaped(Map<String, String> parameters) {
        return Signing.query(parameters).replace("%20", "+");
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String request(String method, Map<String, String> query, String rest) {
        return method + " /?" + escaped(query) + " HTTP/1.1\r\nHost: " + authority + "\r\nConnection: close\r\n" + rest;
    }

    private SortedMap<String, String> older(String format) {
        return new TreeMap<>(Map.of(
                "AccessKeyId",
                key.accessKeyId(),
                "Action",
                action,
                "Format",
                format,
                "SignatureMethod",
                "HMAC-SHA1",
                "SignatureNonce",
                UUID.randomUUID().toString(),
                "SignatureVersion",
                "1.0",
                "Timestamp",
                now(),
                "Version",
                product.version()));
    }

    private String goClassic(String method, String framing) {
        SortedMap<String, String> query = older("JSON");
        query.put("SignatureType", "");
        query.put("RegionId", key.region());
        query.putAll(parameters);
        query.put("Signature", Signing.v1(method, query, key.accessKeySecret()));
        return request(
                method,
                query,
                "User-Agent: AlibabaCloud (linux; amd64) Golang/1.24.0 Core/0.0.1\r\n" + framing + FORM
                        + "x-sdk-client: golang/1.0.0\r\nx-sdk-invoke-type: normal\r\nAccept-Encoding: gzip\r\n\r\n");
    }

    private String teaRpc() {
        SortedMap<String, String> query = older("json");
        SortedMap<String, String> signed = new TreeMap<>(query);
        signed.putAll(parameters);
        query.put("Signature", Signing.v1("POST", signed, key.accessKeySecret()));
        String form = escaped(parameters);
        return request(
                "POST",
                query,
                "User-Agent: AlibabaCloud (linux; amd64) Golang/1.24.0 Core/0.01 TeaDSL/1\r\nContent-Length: "
                        + form.length() + "\r\n" + FORM + "x-acs-action: " + action + "\r\nx-acs-version: "
                        + product.version() + "\r\nAccept-Encoding: gzip\r\n\r\n" + form);
    }

    private String teaV3() {
        SortedMap<String, String> headers = new TreeMap<>(Map.of(
                "host", authority,
                "x-acs-action", action,
                "x-acs-content-sha256", Signing.sha256(""),
                "x-acs-date", now(),
                "x-acs-signature-nonce", UUID.randomUUID().toString(),
                "x-acs-version", product.version()));
        String signature = Signing.v3("POST", parameters, headers, key.accessKeySecret());
        String authorization = "Authorization: ACS3-HMAC-SHA256 Credential=" + key.accessKeyId() + ",SignedHeaders="
                + String.join(";", headers.keySet()) + ",Signature=" + signature + "\r\n";
        return request(
                "POST",
                parameters,
                headers.entrySet().stream()
                                .filter(header -> !header.getKey().equals("host"))
                                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                                .collect(Collectors.joining())
                        + authorization + "Accept: application/json\r\nContent-Length: 0\r\n\r\n");
    }
}
