package dev.cordon.cli.lab;

/// Scenarios from text, for tests that are elsewhere.
public final class ScenarioText {

    private ScenarioText() {}

    /// @throws dev.cordon.cli.CliException that says what is wrong, and where
    public static void read(String yaml) {
        ScenarioFile.read("text", yaml);
    }
}
