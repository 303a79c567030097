package dev.cordon.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Says in one line why a command could not do its work. A stack trace is shown only where Cordon
/// itself is wrong.
final class FailureLine implements IExecutionExceptionHandler {

    /// What a command fails with while its resources are taken away under it is not its failure.
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (ClosedAtExit.isEnding()) {
            return ExitCode.COULD_NOT_ASK.number();
        }
        if (failure instanceof IllegalStateException || failure instanceof NullPointerException) {
            throw failure;
        }
        command.getErr().println("cordon: " + oneLine(failure));
        return ExitCode.COULD_NOT_ASK.number();
    }

    private static String oneLine(Exception failure) {
        String message = Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
        return String.join(
                "; ",
                message.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }
}
