package dev.cordon.conformance.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.cli.CliException;
import dev.cordon.cli.lab.ScenarioText;
import org.junit.jupiter.api.Tag;

/// Scenarios of the lab, in YAML.
@Tag("fuzz")
final class ScenarioFuzzTest {

    @FuzzTest
    void isReadOrRefused(byte[] bytes) {
        try {
            ScenarioText.read(Fuzzed.text(bytes));
        } catch (CliException refused) {
            // by name and place
        }
    }
}
