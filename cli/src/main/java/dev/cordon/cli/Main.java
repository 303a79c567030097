package dev.cordon.cli;

import dev.cordon.cli.account.AccountCommand;
import dev.cordon.cli.account.LogCommand;
import dev.cordon.cli.bench.BenchCommand;
import dev.cordon.cli.watch.AttestCommand;
import dev.cordon.cli.watch.DeniesCommand;
import dev.cordon.cli.watch.HitsCommand;
import dev.cordon.cli.watch.SessionsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/// The `cordon` command.
@Command(
        name = "cordon",
        description = "Cloud security groups on your own Linux machines.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        subcommands = {
            UpCommand.class,
            AgentCommand.class,
            DemoCommand.class,
            LabCommand.class,
            ExplainCommand.class,
            ShowCommand.class,
            ConformanceCommand.class,
            BenchCommand.class,
            AccountCommand.class,
            LogCommand.class,
            DeniesCommand.class,
            SessionsCommand.class,
            AttestCommand.class,
            HitsCommand.class,
            HelpCommand.class,
        })
public final class Main {

    private Main() {}

    /// Runs one command and ends the process with one of the [ExitCode]s.
    public static void main(String[] arguments) {
        Logging.configure();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageLine())
                .setExecutionExceptionHandler(new FailureLine())
                .setExitCodeExceptionMapper(Main::exitCode);
    }

    private static int exitCode(Throwable failure) {
        return (failure instanceof ParameterException ? ExitCode.USAGE : ExitCode.COULD_NOT_ASK).number();
    }
}
