package dev.cordon.cli;

import dev.cordon.cli.vector.Runner.Failure;
import dev.cordon.cli.vector.VectorReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `cordon conformance`: runs vector files through spec and engine.
@Command(
        name = "conformance",
        description = "Run vector files through spec and engine; exit 1 if a vector fails.",
        mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Vector files.")
    private List<Path> files;

    @Override
    public Integer call() {
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
