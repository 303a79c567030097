package dev.cordon.ecs.action;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is documented of an operation.
///
/// @param parameters each with its kind, such as `Tag.N.Key TEXT`
/// @param fields each with its kind, such as `Tags.Tag[].TagKey TEXT`
/// @param errors each as status and code
public record Documented(String name, List<String> parameters, List<String> fields, List<String> errors) {

    private static final Map<String, Documented> ALL = read();

    /// @param version of the product
    public static Optional<Documented> of(String name, String version) {
        return Optional.ofNullable(ALL.get(name + " " + version));
    }

    /// Returns the errors of all operations, each as status and code.
    public static Set<String> errorsOfAll() {
        return ALL.values().stream()
                .flatMap(operation -> operation.errors().stream())
                .collect(Collectors.toSet());
    }

    private static Map<String, Documented> read() {
        Map<String, Documented> all = new HashMap<>();
        String current = "";
        for (String line : text().lines().toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String rest = line.substring(2);
            switch (line.charAt(0)) {
                case '>' -> all.get(current).parameters().add(rest);
                case '<' -> all.get(current).fields().add(rest);
                case '!' -> all.get(current).errors().add(rest);
                default -> {
                    current = line;
                    String name = line.substring(0, line.indexOf(' '));
                    all.put(line, new Documented(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                }
            }
        }
        return all;
    }

    private static String text() {
        try (InputStream in = Documented.class.getResourceAsStream("/documented-operations.txt")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
