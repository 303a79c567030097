package dev.cordon.ecs.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Parameters as they stand in a query or a form, and in a string to sign.
final class Encoding {

    /// A legal call of 100 rules has about 1,500.
    static final int PARAMETER_COUNT_MAX = 5_000;

    private Encoding() {}

    /// Reads `name=value` pairs, plus signs and percent signs decoded; of equal names the first
    /// counts.
    ///
    /// @return nothing if the text is malformed or has more than [#PARAMETER_COUNT_MAX] pairs
    static Optional<SortedMap<String, String>> read(String text) {
        SortedMap<String, String> parameters = new TreeMap<>();
        int start = 0;
        while (start < text.length()) {
            int found = text.indexOf('&', start);
            int end = found < 0 ? text.length() : found;
            if (end > start && !readPair(text.substring(start, end), parameters)) {
                return Optional.empty();
            }
            start = end + 1;
        }
        return parameters.size() > PARAMETER_COUNT_MAX ? Optional.empty() : Optional.of(parameters);
    }

    private static boolean readPair(String pair, Map<String, String> parameters) {
        int equals = pair.indexOf('=');
        try {
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            parameters.putIfAbsent(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            return parameters.size() <= PARAMETER_COUNT_MAX + 1;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// Encodes as RFC 3986 does: only letters, digits and `-_.~` stay.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /// Writes parameters in the order of their names.
    static String canonical(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }
}
