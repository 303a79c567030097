package dev.cordon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FormatTest {

    @ParameterizedTest
    @CsvSource({"'', false", "-o text, false", "-o json, true", "--output=JSON, true", "-ojson, true"})
    void isTextUnlessAskedForJson(String options, boolean json) {
        Format format = new Format();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("format", CommandLine.Model.CommandSpec.forAnnotatedObject(format)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(options.isEmpty() ? new String[0] : options.split(" "));
        assertEquals(json, format.isJson());
    }
}
