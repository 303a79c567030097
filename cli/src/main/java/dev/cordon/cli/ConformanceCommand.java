package dev.cordon.cli;

import dev.cordon.cli.vector.Runner.Failure;
import dev.cordon.cli.vector.VectorReport;
import dev.cordon.cli.vector.generate.VectorGenerator;
import dev.cordon.wire.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `cordon conformance`: runs vector files through every reader, or writes fresh ones.
@Command(
        name = "conformance",
        description = "Run vector files through spec and engine; exit 1 if a vector fails.",
        mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// A file of these is some 50 MB.
    private static final int VECTOR_COUNT_MAX = 20_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Vector files.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--generate",
            paramLabel = "N",
            description = "Print N fresh vectors, judged by spec, instead of running any.")
    private Optional<Integer> count = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Of --generate. Default: 1.")
    private long seed;

    @Override
    public Integer call() {
        if (count.isPresent() == !files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "give vector files, or --generate N");
        }
        return count.isPresent() ? generate(count.get()) : run();
    }

    private int generate(int vectorCount) {
        if (vectorCount < 1 || vectorCount > VECTOR_COUNT_MAX) {
            throw new ParameterException(spec.commandLine(), "--generate takes 1 to " + VECTOR_COUNT_MAX);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(Json.printPretty(VectorGenerator.file(vectorCount, seed)));
        out.flush();
        return ExitCode.OK.number();
    }

    private int run() {
        VectorReport report = VectorReport.empty();
        for (Path file : files) {
            report = report.and(read(file));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            out.println(json(report));
        } else {
            report.failures().forEach(failure -> out.println(line(failure)));
            out.println(report.passed() + " passed, " + report.failed() + " failed");
        }
        out.flush();
        return (report.failed() == 0 ? ExitCode.OK : ExitCode.NO).number();
    }

    private static JsonNode read(Path file) {
        JsonNode root = InputFile.json(file, "vectors");
        if (!root.path("vectors").isArray()) {
            throw new CliException("no list `vectors` in `" + file + "`; is it a vector file?");
        }
        return root;
    }

    private static String line(Failure failure) {
        return failure.id() + " (" + failure.title() + ") " + failure.reader() + ": got " + failure.got() + ", wanted "
                + failure.wanted();
    }

    private static String json(VectorReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("passed", report.passed()).put("failed", report.failed());
        ArrayNode failures = root.putArray("failures");
        for (Failure failure : report.failures()) {
            failures.addObject()
                    .put("id", failure.id())
                    .put("title", failure.title())
                    .put("reader", failure.reader())
                    .put("got", failure.got())
                    .put("wanted", failure.wanted());
        }
        return root.toString();
    }
}
