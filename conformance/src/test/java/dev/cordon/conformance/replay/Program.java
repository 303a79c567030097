package dev.cordon.conformance.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.conformance.border.RawConnection;
import dev.cordon.conformance.sdk.RunningNode;
import dev.cordon.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import javax.net.SocketFactory;
import tools.jackson.databind.JsonNode;

/// A program that calls a product by a library.
///
/// @param endpoint such as `https://127.0.0.1:8621`
record Program(Product product, Library library, CredentialsFile key, String endpoint, SocketFactory sockets) {

    static Program over(Product product, Library library, RunningNode node) {
        return new Program(product, library, node.key(), node.key().endpoint(), SocketFactory.getDefault());
    }

    static Program overTls(Product product, Library library, RunningNode node) {
        return new Program(
                product, library, node.key(), node.key().tlsEndpoint(), Trusted.certificate(node.certificate()));
    }

    /// Calls an action, which succeeds.
    ///
    /// @param words such as `VpcId=vpc-1`
    JsonNode call(String action, String... words) {
        Answer answer = send(action, words);
        assertEquals(200, answer.status(), () -> action + ": " + answer.body());
        return answer.body();
    }

    /// Returns status and code of an action that fails, as in `404 InvalidEniId.NotFound`.
    String refusal(String action, String... words) {
        Answer answer = send(action, words);
        return answer.status() + " " + answer.body().path("Code").asString();
    }

    static List<String> each(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.path(field).asString())
                .toList();
    }

    private record Answer(int status, JsonNode body) {}

    private Answer send(String action, String... words) {
        SortedMap<String, String> parameters = new TreeMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            parameters.put(word.substring(0, equals), word.substring(equals + 1));
        }
        URI uri = URI.create(endpoint);
        LibraryRequest request = new LibraryRequest(key, uri.getAuthority(), product, action, parameters);
        try (RawConnection connection =
                RawConnection.open(new InetSocketAddress(uri.getHost(), uri.getPort()), sockets)) {
            return answer(connection.send(request.text(library)).answer());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Answer answer(String text) {
        int body = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.1 ") || body < 0) {
            throw new AssertionError("no answer but `" + text + "`");
        }
        String utf8 =
                new String(text.substring(body + 4).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new Answer(
                Integer.parseInt(text.substring(9, 12)), Json.parse(utf8).orElseThrow());
    }
}
