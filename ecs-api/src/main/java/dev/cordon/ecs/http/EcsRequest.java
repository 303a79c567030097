package dev.cordon.ecs.http;

import dev.cordon.controlplane.execute.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A call that is understood as far as every action is alike, and whose caller is known.
///
/// @param action as the client names it
/// @param parameters of query and form, those of the protocol included
public record EcsRequest(String requestId, String action, Caller caller, SortedMap<String, String> parameters) {

    /// Answers are in JSON unless something says XML.
    enum Format {
        JSON,
        XML
    }

    /// Returns the parameters of query and form together; what is in the query counts first.
    ///
    /// @return nothing if they cannot be decoded
    public static Optional<SortedMap<String, String>> parameters(HttpCall call) {
        Optional<SortedMap<String, String>> form =
                call.isForm() ? Encoding.read(call.body().text()) : Optional.of(new TreeMap<>());
        Optional<SortedMap<String, String>> query = Encoding.read(call.target().rawQuery());
        if (form.isEmpty() || query.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, String> all = form.get();
        all.putAll(query.get());
        return all.size() > Encoding.PARAMETER_COUNT_MAX ? Optional.empty() : Optional.of(all);
    }

    /// Returns what a client calls: its parameter counts before its header.
    static String actionOf(HttpCall call, Map<String, String> parameters) {
        return named("Action", "x-acs-action", call, parameters);
    }

    static String versionOf(HttpCall call, Map<String, String> parameters) {
        return named("Version", "x-acs-version", call, parameters);
    }

    private static String named(String parameter, String header, HttpCall call, Map<String, String> parameters) {
        String value = parameters.getOrDefault(parameter, "");
        return value.isEmpty() ? call.header(header).orElse("") : value;
    }

    /// Tells whether a client names a format that there is, or none.
    static boolean isFormat(String text) {
        return text.isEmpty() || text.equalsIgnoreCase("xml") || text.equalsIgnoreCase("json");
    }

    /// A client that does not say gets JSON with signature 3, and XML with the older one.
    static Format formatOf(HttpCall call, Map<String, String> parameters) {
        String format = parameters.getOrDefault("Format", "");
        String accept = call.header("accept").orElse("");
        if (format.equalsIgnoreCase("xml")) {
            return Format.XML;
        }
        if (format.equalsIgnoreCase("json") || accept.contains("json")) {
            return Format.JSON;
        }
        boolean olderSignature = call.header("authorization").isEmpty();
        return accept.contains("xml") || olderSignature ? Format.XML : Format.JSON;
    }
}
