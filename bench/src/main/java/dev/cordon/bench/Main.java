package dev.cordon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/// Runs benchmarks, prints one table and writes JMH's JSON.
public final class Main {

    private static final int USAGE_EXIT_CODE = 2;

    private Main() {}

    public static void main(String[] arguments) throws RunnerException {
        Optional<Settings> settings = Settings.read(List.of(arguments));
        if (settings.isEmpty()) {
            System.err.println(Settings.USAGE);
            System.exit(USAGE_EXIT_CODE);
            return;
        }
        List<RunResult> results = new ArrayList<>();
        for (Suite suite : settings.get().suites()) {
            results.addAll(new Runner(suite.options(settings.get()).build()).run());
        }
        System.out.println();
        System.out.print(new Report(results).text());
        ResultFormatFactory.getInstance(ResultFormatType.JSON, settings.get().json())
                .writeOut(results);
    }
}
