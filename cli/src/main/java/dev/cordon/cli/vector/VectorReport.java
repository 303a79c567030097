package dev.cordon.cli.vector;

import dev.cordon.cli.vector.Runner.Failure;
import dev.cordon.cli.vector.form.Profiles;
import dev.cordon.cli.vector.run.Vector;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// How the vectors of some files went.
public record VectorReport(int passed, List<Failure> failures, int failed) {

    public VectorReport {
        failures = List.copyOf(failures);
    }

    public static VectorReport empty() {
        return new VectorReport(0, List.of(), 0);
    }

    /// Returns this report and what comes of one more file.
    public VectorReport and(JsonNode file) {
        Runner runner = new Runner(new Profiles(file.path("profiles")));
        List<Failure> all = new ArrayList<>(failures);
        int passedCount = passed;
        int failedCount = failed;
        for (JsonNode body : file.path("vectors")) {
            List<Failure> found = runner.run(Vector.from(body));
            all.addAll(found);
            passedCount += found.isEmpty() ? 1 : 0;
            failedCount += found.isEmpty() ? 0 : 1;
        }
        return new VectorReport(passedCount, all, failedCount);
    }
}
