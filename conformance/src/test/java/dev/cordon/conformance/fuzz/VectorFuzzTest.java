package dev.cordon.conformance.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.cli.vector.VectorReport;
import org.junit.jupiter.api.Tag;

/// Vector files. A vector that cannot be read is counted as failed; nothing ends the run.
@Tag("fuzz")
final class VectorFuzzTest {

    @FuzzTest
    void isRunOrCountedAsFailed(byte[] bytes) {
        Fuzzed.json(bytes, file -> VectorReport.empty().and(file));
    }
}
