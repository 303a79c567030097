package dev.cordon.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in one line what is wrong with a command line, and where the right one is described.
final class UsageLine implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        boolean choiceMissing = !command.getSubcommands().isEmpty() && !(wrong instanceof UnmatchedArgumentException);
        if (choiceMissing) {
            command.usage(err);
        } else {
            String help = command.getCommandSpec().qualifiedName() + " --help";
            err.println("cordon: " + wrong.getMessage() + "; see " + help);
            UnmatchedArgumentException.printSuggestions(wrong, err);
        }
        return ExitCode.USAGE.number();
    }
}
