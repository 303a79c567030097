package dev.cordon.ecs.http;

import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.http.EcsRequest.Format;
import dev.cordon.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Answers in the form that a client reads.
///
/// The content types are to the letter those that the official clients compare with.
final class ReplyWriter {

    private static final String JSON_TYPE = "application/json;charset=utf-8";
    private static final String XML_TYPE = "text/xml;charset=utf-8";

    private final Format format;
    private final String requestId;

    ReplyWriter(Format format, String requestId) {
        this.format = format;
        this.requestId = requestId;
    }

    HttpReply success(String action, ObjectNode body) {
        ObjectNode whole = Json.object().put("RequestId", requestId);
        whole.setAll(body);
        return write(200, action + "Response", whole);
    }

    /// @param host the header `Host` of the call
    HttpReply failure(EcsError error, String host) {
        ObjectNode body = Json.object()
                .put("RequestId", requestId)
                .put("HostId", host)
                .put("Code", error.code())
                .put("Message", error.message())
                .put("Recommend", "docs/reference/errors.md#" + error.code());
        return write(error.status(), "Error", body);
    }

    private HttpReply write(int status, String root, ObjectNode body) {
        return switch (format) {
            case JSON -> new HttpReply(status, JSON_TYPE, Json.print(body));
            case XML -> new HttpReply(status, XML_TYPE, Xml.print(root, body));
        };
    }
}
