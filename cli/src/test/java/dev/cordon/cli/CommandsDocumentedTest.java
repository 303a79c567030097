package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/// The manual tells every command and option.
class CommandsDocumentedTest {

    private static final Path MANUAL = Path.of("..", "docs", "reference", "commands.md");

    @Test
    void everyCommandHasASection() throws IOException {
        List<String> headings = Files.readAllLines(MANUAL).stream()
                .filter(line -> line.startsWith("## "))
                .toList();
        assertThat(leaves(Main.commandLine().getCommandSpec()))
                .extracting(CommandSpec::qualifiedName)
                .allSatisfy(name -> assertThat(headings)
                        .anyMatch(heading ->
                                heading.startsWith("## `" + name + "`") || heading.startsWith("## `" + name + " ")));
    }

    @Test
    void everyOptionIsTold() throws IOException {
        String manual = Files.readString(MANUAL);
        assertThat(leaves(Main.commandLine().getCommandSpec()).stream()
                        .flatMap(command -> command.options().stream())
                        .flatMap(option -> Stream.of(option.names())))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(manual).containsPattern("`" + name + "[` ]"));
    }

    /// Commands that do something themselves.
    private static List<CommandSpec> leaves(CommandSpec command) {
        return command.subcommands().isEmpty()
                ? List.of(command)
                : command.subcommands().values().stream()
                        .flatMap(line -> leaves(line.getCommandSpec()).stream())
                        .toList();
    }
}
