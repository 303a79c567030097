package dev.cordon.ecs.http;

import java.util.Map;

/// What goes back: a status and a body, in UTF-8.
///
/// @param headers beside those that every reply has
public record HttpReply(int status, String contentType, String body, Map<String, String> headers) {

    public HttpReply {
        headers = Map.copyOf(headers);
    }

    public HttpReply(int status, String contentType, String body) {
        this(status, contentType, body, Map.of());
    }

    /// Returns this reply with a header of its own.
    public HttpReply with(String header, String value) {
        return new HttpReply(status, contentType, body, Map.of(header, value));
    }
}
