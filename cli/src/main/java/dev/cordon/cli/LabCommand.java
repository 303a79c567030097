package dev.cordon.cli;

import dev.cordon.cli.lab.LabRun;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cordon lab`: scenarios of one's own.
@Command(name = "lab", description = "Play scenarios with real packets.", mixinStandardHelpOptions = true)
final class LabCommand {

    @Spec
    private CommandSpec spec;

    @Command(
            name = "run",
            description = "Play one scenario file; exit 1 unless all agrees.",
            mixinStandardHelpOptions = true)
    int run(
            @Mixin Format format,
            @Parameters(paramLabel = "FILE.yaml", description = "The scenario.") Path file,
            @Option(names = "--keep", description = "Leave the lab running until Ctrl-C.") boolean keep)
            throws InterruptedException {
        boolean agreed = LabRun.of(file, spec.commandLine().getOut())
                .play(
                        format.isJson() ? LabRun.Form.JSON : LabRun.Form.TEXT,
                        keep ? LabRun.Afterwards.KEEP : LabRun.Afterwards.TAKE_AWAY);
        return (agreed ? ExitCode.OK : ExitCode.NO).number();
    }
}
