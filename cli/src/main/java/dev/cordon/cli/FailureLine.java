package dev.cordon.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Says in one line why a command could not do its work. A stack trace is shown only where Cordon
/// itself is wrong.
final class FailureLine implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof IllegalStateException || failure instanceof NullPointerException) {
            throw failure;
        }
        command.getErr().println("cordon: " + failure.getMessage());
        return ExitCode.COULD_NOT_ASK.number();
    }
}
