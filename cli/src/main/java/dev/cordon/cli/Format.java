package dev.cordon.cli;

import picocli.CommandLine.Option;

/// The option that every command has for the form of its output.
public final class Format {

    enum Form {
        TEXT,
        JSON
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            defaultValue = "text",
            description = "Form of the output. Default: ${DEFAULT-VALUE}.")
    private Form form = Form.TEXT;

    public boolean isJson() {
        return form == Form.JSON;
    }
}
