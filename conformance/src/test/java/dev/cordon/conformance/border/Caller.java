package dev.cordon.conformance.border;

import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Calls that are signed by hand, so that each part of them can be wrong.
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final CredentialsFile key;

    Caller(CredentialsFile key) {
        this.key = key;
    }

    record Answer(int status, String contentType, String body) {

        JsonNode json() {
            return switch (Json.parse(body)) {
                case Parsed.Ok<JsonNode>(JsonNode node) -> node;
                case Parsed.Bad<JsonNode>(String problem) -> throw new AssertionError(problem + " in " + body);
            };
        }
    }

    /// Returns what a call of the older signature is made of, except the signature.
    SortedMap<String, String> parametersV1(Map<String, String> more) {
        SortedMap<String, String> parameters = new TreeMap<>(Map.of(
                "AccessKeyId", key.accessKeyId(),
                "Version", "2014-05-26",
                "Format", "JSON",
                "SignatureMethod", "HMAC-SHA1",
                "SignatureVersion", "1.0",
                "SignatureNonce", UUID.randomUUID().toString(),
                "Timestamp", now().toString()));
        parameters.putAll(more);
        return parameters;
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /// Calls with the older signature. An empty value stands for no parameter.
    Answer callV1(String method, Map<String, String> more) {
        SortedMap<String, String> parameters = parametersV1(more);
        parameters.values().removeIf(String::isEmpty);
        parameters.putIfAbsent("Signature", Signing.v1(method, parameters, key.accessKeySecret()));
        return send(method, parameters, Map.of());
    }

    /// Returns what a call of the newer signature is made of, except the signature.
    SortedMap<String, String> headersV3(String action) {
        return new TreeMap<>(Map.of(
                "host", URI.create(key.endpoint()).getAuthority(),
                "x-acs-action", action,
                "x-acs-version", "2014-05-26",
                "x-acs-date", now().toString(),
                "x-acs-signature-nonce", UUID.randomUUID().toString(),
                "x-acs-content-sha256", Signing.sha256("")));
    }

    /// Calls with the newer signature over all the headers.
    Answer callV3(SortedMap<String, String> headers, Map<String, String> parameters) {
        return sendV3(headers, parameters, Signing.v3("POST", parameters, headers, key.accessKeySecret()));
    }

    Answer sendV3(SortedMap<String, String> headers, Map<String, String> parameters, String signature) {
        SortedMap<String, String> sent = new TreeMap<>(headers);
        sent.put(
                "authorization",
                "ACS3-HMAC-SHA256 Credential=" + key.accessKeyId() + ",SignedHeaders="
                        + String.join(";", headers.keySet()) + ",Signature=" + signature);
        return send("POST", parameters, sent);
    }

    Answer send(String method, Map<String, String> parameters, Map<String, String> headers) {
        String query = parameters.isEmpty() ? "" : "?" + Signing.query(parameters);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(key.endpoint() + "/" + query))
                .method(method, BodyPublishers.noBody())
                .timeout(PATIENCE);
        headers.forEach((name, value) -> {
            if (!name.equals("host")) {
                request.header(name, value);
            }
        });
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
