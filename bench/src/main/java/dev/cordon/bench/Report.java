package dev.cordon.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/// The results as one table.
///
/// A ratio says how many times as fast a row is as a linear scan of the same rules.
final class Report {

    private static final String FORMAT = "%-22s %-28s %11s %9s %9s %8s  %s%n";
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final Collection<RunResult> results;
    private final Map<String, Double> linear;

    Report(Collection<RunResult> results) {
        this.results = results;
        this.linear = results.stream()
                .filter(result -> "linear".equals(result.getParams().getParam("classifier")))
                .collect(Collectors.toMap(
                        result -> result.getParams().getParam("rules"),
                        result -> result.getPrimaryResult().getScore()));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(FORMAT.formatted("WHAT", "OF", "TIME", "M/S", "× LINEAR", "B/OP", "MORE"));
        results.forEach(result -> text.append(line(result)));
        return text.toString();
    }

    private String line(RunResult result) {
        Result<?> primary = result.getPrimaryResult();
        boolean isRate = result.getParams().getMode() == Mode.AverageTime;
        String unit = primary.getScoreUnit().replace("/op", "");
        return FORMAT.formatted(
                name(result),
                parameters(result),
                number(primary.getScore()) + " " + unit,
                isRate ? number(1_000 / primary.getScore()) : "",
                ratio(result).stream().mapToObj(Report::number).collect(Collectors.joining()),
                secondary(result, ALLOCATION).stream().mapToObj(Report::number).collect(Collectors.joining()),
                more(result, unit));
    }

    private static String name(RunResult result) {
        String name = result.getParams().getBenchmark();
        String type = name.substring(0, name.lastIndexOf('.'));
        return type.substring(type.lastIndexOf('.') + 1).replace("Benchmark", "")
                + name.substring(name.lastIndexOf('.'));
    }

    private static String parameters(RunResult result) {
        return result.getParams().getParamsKeys().stream()
                .map(result.getParams()::getParam)
                .collect(Collectors.joining(" "));
    }

    private OptionalDouble ratio(RunResult result) {
        Double reference = linear.get(String.valueOf(result.getParams().getParam("rules")));
        return reference == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(reference / result.getPrimaryResult().getScore());
    }

    private static OptionalDouble secondary(RunResult result, String label) {
        Result<?> found = result.getSecondaryResults().get(label);
        return found == null ? OptionalDouble.empty() : OptionalDouble.of(found.getScore());
    }

    /// Percentiles where each call was timed, and the heap where it was looked at.
    private static String more(RunResult result, String unit) {
        if (result.getParams().getMode() == Mode.SampleTime) {
            return List.of(50, 99).stream()
                    .map(percent -> "p" + percent + " "
                            + number(result.getPrimaryResult().getStatistics().getPercentile(percent)) + " " + unit)
                    .collect(Collectors.joining(", "));
        }
        return secondary(result, HeapProfiler.LABEL).stream()
                .mapToObj(mebibytes -> "heap " + number(mebibytes) + " MiB")
                .collect(Collectors.joining());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 1_000 ? "%.1f" : "%.0f", value);
    }
}
