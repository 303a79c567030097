package dev.cordon.cli.client;

import dev.cordon.cli.CliException;
import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.ecs.http.HttpCall;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.state.StateAt;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A client of the ECS API and of `/v1`, with signatures of version 3.
public final class CordonClient implements Api {

    /// Of the products that Cordon answers for.
    public enum Product {
        ECS("2014-05-26"),
        VPC("2016-04-28"),
        STS("2015-04-01");

        private final String version;

        Product(String version) {
            this.version = version;
        }

        public String version() {
            return version;
        }
    }

    private static final Pattern ENDPOINT = Pattern.compile("https?://[^/?#@]+/?");
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(30);

    private final CredentialsFile credentials;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build();

    private final URI endpoint;

    /// @throws CliException if the endpoint of the credentials is none
    public CordonClient(CredentialsFile credentials) {
        this.credentials = credentials;
        this.endpoint = endpoint(credentials.endpoint());
    }

    private static URI endpoint(String text) {
        if (ENDPOINT.matcher(text).matches()) {
            try {
                URI endpoint = new URI(text.replaceFirst("/$", "")).parseServerAuthority();
                if (endpoint.getHost() != null) {
                    return endpoint;
                }
            } catch (URISyntaxException malformed) {
                throw notAnEndpoint(text);
            }
        }
        throw notAnEndpoint(text);
    }

    private static CliException notAnEndpoint(String text) {
        return new CliException("not an endpoint `" + text + "`: it looks like http://127.0.0.1:8620");
    }

    @Override
    public JsonNode call(Product product, String action, SortedMap<String, String> parameters) {
        SortedMap<String, String> all = new TreeMap<>(parameters);
        all.putIfAbsent("RegionId", credentials.region());
        return send("POST", "/", all, Map.of("x-acs-action", action, "x-acs-version", product.version()));
    }

    @Override
    public JsonNode ask(String route, SortedMap<String, String> parameters) {
        return send("GET", "/v1/" + route, parameters, Map.of("x-acs-action", route, "x-acs-version", "v1"));
    }

    /// Has something of `/v1` done.
    ///
    /// @throws CliException with code and message, if the answer is an error
    public JsonNode tell(String route, SortedMap<String, String> parameters) {
        return send("POST", "/v1/" + route, parameters, Map.of("x-acs-action", route, "x-acs-version", "v1"));
    }

    /// Returns where Cordon is asked, such as `http://127.0.0.1:8620`.
    public String endpoint() {
        return endpoint.toString();
    }

    /// Returns everything the user has said.
    public StateAt state() {
        return Connection.parsed(ask("state", new TreeMap<>()), credentials.endpoint());
    }

    private JsonNode send(String method, String path, SortedMap<String, String> parameters, Map<String, String> named) {
        String query = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(endpoint + path + (query.isEmpty() ? "" : "?" + query)))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(ANSWER_PATIENCE);
        SortedMap<String, String> headers =
                SignedHeaders.of(credentials, endpoint.getAuthority(), new HttpCall.Target(method, path, query), named);
        headers.remove(SignedHeaders.HOST);
        headers.forEach(request::header);
        return answer(request.build());
    }

    private JsonNode answer(HttpRequest request) {
        HttpResponse<String> response;
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new CliException(
                    "cannot reach `" + credentials.endpoint() + "`: is cordon up running there?", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CliException("interrupted while waiting for `" + credentials.endpoint() + "`", interrupted);
        }
        JsonNode body = switch (Json.parse(response.body())) {
            case Parsed.Ok<JsonNode>(JsonNode node) -> node;
            case Parsed.Bad<JsonNode>(String problem) ->
                throw new CliException("`" + credentials.endpoint() + "` answered " + response.statusCode()
                        + ", which is not an answer of cordon: " + problem);
        };
        if (response.statusCode() != 200) {
            throw new CliException(
                    body.path("Code").asString() + ": " + body.path("Message").asString());
        }
        return body;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
