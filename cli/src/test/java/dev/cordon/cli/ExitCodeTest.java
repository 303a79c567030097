package dev.cordon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the end of a command says to a script: 0 yes, 1 no, 2 usage, 3 could not ask.
class ExitCodeTest {

    private static final String STATE = "src/test/resources/look/state.json";

    @Test
    void yesIsZeroAndNoIsOne() {
        assertEquals(0, explain("443").exitCode());
        assertEquals(1, explain("25").exitCode());
    }

    /// TCP from `eni-1` over IPv6: its rule admits all but mail.
    private static Ended explain(String port) {
        return Ended.of("explain", "--state", STATE, "--from", "eni-1", "--to", "2001:db8:7::1", "--port", port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
    explain --from eni-1 ; "Missing required option: '--to=Y'; see cordon explain --help"
    explain --to ; "Missing required parameter for option '--to' (Y); see cordon explain --help"
    show ; "Missing required parameter: 'state|view|ruleset'; see cordon show --help"
    show stat ; "Invalid value for positional parameter at index 0 (state|view|ruleset): expected one of [STATE, VIEW, RULESET] (case-insensitive) but was 'stat'; see cordon show --help"
    show state -o xml ; "Invalid value for option '--output': expected one of [TEXT, JSON] (case-insensitive) but was 'xml'; see cordon show --help"
    up --listen 8620 ; "Invalid value for option '--listen': not ADDR:PORT `8620`; see cordon up --help"
    demo --kept ; "Unknown option: '--kept'; see cordon demo --help"
    lab run ; "Missing required parameter: 'FILE.yaml'; see cordon lab run --help"
    conformance ; "give vector files, or --generate N; see cordon conformance --help"
    """)
    void aWrongCommandLineIsTwo(String line, String problem) {
        Ended ended = Ended.of(line.split(" "));
        assertEquals(2, ended.exitCode());
        assertEquals("", ended.out());
        assertEquals("cordon: " + problem, ended.err().lines().findFirst().orElseThrow());
    }

    @Test
    void aCommandThatDoesNotExistIsTwoAndALikelyOneIsNamed() {
        assertEquals(
                new Ended(
                        2,
                        "",
                        "cordon: Unmatched argument at index 0: 'explian'; see cordon --help\n"
                                + "Did you mean: cordon explain or cordon conformance?\n"),
                Ended.of("explian"));
    }

    @Test
    void noCommandAtAllIsTwoAndShowsWhatThereIs() {
        Ended ended = Ended.of();
        assertEquals(2, ended.exitCode());
        assertEquals(
                "Usage: cordon [-hV] [COMMAND]", ended.err().lines().findFirst().orElseThrow());
    }

    @Test
    void helpIsZeroForEveryCommand() {
        for (String command : Main.commandLine().getSubcommands().keySet()) {
            assertEquals(0, Ended.of(command, "--help").exitCode(), command);
        }
    }

    @Test
    void theProcessEndsWithTheSameCodes(@TempDir Path folder) {
        Ended ended = CommandProcess.run(folder, "show", "state", "--state", STATE);
        assertEquals(Ended.of("show", "state", "--state", STATE), ended);
        assertEquals(2, CommandProcess.run(folder, "explain").exitCode());
    }
}
