package dev.cordon.server;

import dev.cordon.ecs.account.Circumstances.Transport;
import dev.cordon.ecs.http.Body;
import dev.cordon.ecs.http.HttpCall;
import dev.cordon.ecs.http.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// Reads a whole call, within limits.
final class CallReader {

    sealed interface Reading {}

    record Read(HttpCall call) implements Reading {}

    record Refused(HttpReply reply) implements Reading {}

    private static final Refused TOO_LARGE =
            new Refused(new HttpReply(413, "text/plain", "RequestEntityTooLarge: at most 1 MiB\n"));

    private CallReader() {}

    static Reading read(Request request) {
        if (request.getLength() > Limits.BODY_BYTES_MAX) {
            return TOO_LARGE;
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(Limits.BODY_BYTES_MAX + 1);
            if (body.length > Limits.BODY_BYTES_MAX) {
                return TOO_LARGE;
            }
            return new Read(new HttpCall(
                    target(request),
                    HttpCall.joined(headers(request)),
                    Body.of(body),
                    source(request),
                    transport(request)));
        } catch (IOException broken) {
            return new Refused(new HttpReply(400, "text/plain", "the body cannot be read\n"));
        }
    }

    /// Returns the address alone: a port tells nobody who it was.
    private static String source(Request request) {
        return Request.getRemoteAddr(request);
    }

    private static Transport transport(Request request) {
        return request.isSecure() ? Transport.TLS : Transport.PLAIN;
    }

    private static HttpCall.Target target(Request request) {
        String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
        String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("/");
        return new HttpCall.Target(request.getMethod(), path.isEmpty() ? "/" : path, query);
    }

    private static Map<String, List<String>> headers(Request request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (HttpField field : request.getHeaders()) {
            headers.computeIfAbsent(field.getName(), name -> new ArrayList<>())
                    .add(Optional.ofNullable(field.getValue()).orElse(""));
        }
        return headers;
    }
}
