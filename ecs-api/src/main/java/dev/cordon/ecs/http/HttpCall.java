package dev.cordon.ecs.http;

import dev.cordon.ecs.account.Circumstances;
import dev.cordon.ecs.account.Circumstances.Transport;
import dev.cordon.model.net.IpAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An HTTP request as it came, whatever server read it.
///
/// @param target what came on the request line
/// @param headers by lower-case name
/// @param body whole; its size is limited by the server
/// @param source address of the client, empty for a call that came over no network
/// @param transport whether others could read it
public record HttpCall(Target target, Map<String, String> headers, Body body, String source, Transport transport) {

    /// @param method upper case, such as `POST`
    /// @param rawQuery as sent, still encoded; empty if there is none
    public record Target(String method, String path, String rawQuery) {}

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /// A call that came over no network.
    public HttpCall(Target target, Map<String, String> headers, Body body) {
        this(target, headers, body, "", Transport.PLAIN);
    }

    /// Returns what conditions of policies ask about the call.
    public Circumstances circumstances(Instant now) {
        return new Circumstances(IpAddress.parse(source.replaceAll("[\\[\\]]", "")), transport, now);
    }

    /// Joins several headers of one name as HTTP does.
    public static Map<String, String> joined(Map<String, List<String>> headers) {
        Map<String, String> joined = new TreeMap<>();
        headers.forEach((name, values) -> joined.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return joined;
    }

    /// Returns a header, looked up by its lower-case name.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// Tells whether the body holds parameters.
    boolean isForm() {
        return header("content-type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
                .orElse(false);
    }
}
