package dev.cordon.cli;

import dev.cordon.cli.lab.LabRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cordon demo`: the isolation page's case, with real packets.
@Command(
        name = "demo",
        description = "Play the isolation page's case with real packets; exit 1 unless all agrees.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Option(names = "--keep", description = "Leave the lab running until Ctrl-C, and say how to get in.")
    private boolean keep;

    @Override
    public Integer call() throws InterruptedException {
        LabRun run = LabRun.demo(spec.commandLine().getOut());
        boolean agreed = run.play(
                format.isJson() ? LabRun.Form.JSON : LabRun.Form.TEXT,
                keep ? LabRun.Afterwards.KEEP : LabRun.Afterwards.TAKE_AWAY);
        return (agreed ? ExitCode.OK : ExitCode.NO).number();
    }
}
