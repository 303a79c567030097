package dev.cordon.bench;

import java.util.List;
import java.util.Optional;

/// What the command line says.
///
/// @param size of the network: `small`, `stage-b` or `large`
/// @param heap of the measured JVMs, as Java writes it
/// @param json where the results go, in JMH's format
record Settings(List<Suite> suites, String size, String heap, int iterationCount, String json) {

    static final String USAGE = """
            usage: cordon-bench [memory|peers|engine|change|compile|all] [OPTION=VALUE]...
              size=small|stage-b|large   the network (stage-b)
              heap=SIZE                  of the measured JVMs (4g)
              iterations=N               of one second, to warm up and to measure (3)
              json=FILE                  where the results go (cordon-bench.json)""";

    /// Returns the settings, or nothing if the arguments cannot be read.
    static Optional<Settings> read(List<String> arguments) {
        List<Suite> suites = Suite.named(arguments.isEmpty() ? "all" : arguments.getFirst());
        Settings settings = new Settings(suites, "stage-b", "4g", 3, "cordon-bench.json");
        for (String argument : arguments.stream().skip(1).toList()) {
            int equals = argument.indexOf('=');
            String value = argument.substring(equals + 1);
            switch (argument.substring(0, Math.max(0, equals))) {
                case "size" ->
                    settings = new Settings(suites, value, settings.heap, settings.iterationCount, settings.json);
                case "heap" ->
                    settings = new Settings(suites, settings.size, value, settings.iterationCount, settings.json);
                case "iterations" -> {
                    if (!value.matches("[1-9][0-9]{0,2}")) {
                        return Optional.empty();
                    }
                    settings =
                            new Settings(suites, settings.size, settings.heap, Integer.parseInt(value), settings.json);
                }
                case "json" ->
                    settings = new Settings(suites, settings.size, settings.heap, settings.iterationCount, value);
                default -> {
                    return Optional.empty();
                }
            }
        }
        return suites.isEmpty() ? Optional.empty() : Optional.of(settings);
    }
}
