package dev.cordon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.wire.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import tools.jackson.databind.JsonNode;

/// How a run of the command has ended, and what it has said.
///
/// @param out its standard output
/// @param err its standard error
public record Ended(int exitCode, String out, String err) {

    /// Runs a command in the process of the test.
    static Ended of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ended(exitCode, out.toString(), err.toString());
    }

    /// Returns standard output, which has to be one JSON value.
    public JsonNode json() {
        return Json.parse(out).orElseThrow();
    }

    /// Checks that the command has done nothing but say in one line why.
    public void saysWhy(ExitCode code, String line) {
        assertEquals(new Ended(code.number(), "", "cordon: " + line + "\n"), this);
    }
}
