package dev.cordon.cli.bench;

import dev.cordon.bench.kernel.KernelBench;
import dev.cordon.bench.kernel.KernelBench.Part;
import dev.cordon.bench.kernel.PolicySize;
import dev.cordon.bench.kernel.Settings;
import dev.cordon.cli.ExitCode;
import dev.cordon.cli.Format;
import dev.cordon.cli.Privileges;
import dev.cordon.wire.Json;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `cordon bench kernel`: what enforcement costs a packet and a change, beside other firewalls.
@Command(
        name = "kernel",
        description = "Measure what packets and changes cost in this kernel, beside other firewalls.",
        mixinStandardHelpOptions = true)
final class KernelBenchCommand implements Callable<Integer> {

    private static final int ENIS_OF_SCOPE = 10;

    /// What ports there are for rules, one for each.
    private static final int RULES_MAX = 60_000;

    private static final int ENIS_MAX = 10_000;
    private static final int MEMBERS_MAX = 1_000_000;
    private static final int REPEATS_MAX = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Option(
            names = "--part",
            split = ",",
            paramLabel = "packets|updates|storm",
            defaultValue = "packets,updates,storm",
            description = "What is measured. Default: ${DEFAULT-VALUE}.")
    private List<Part> parts = List.of();

    @Option(
            names = "--enis",
            split = ",",
            paramLabel = "N",
            defaultValue = "2,100,500",
            description = "ENIs on the host, one after the other. Default: ${DEFAULT-VALUE}.")
    private List<Integer> enis = List.of();

    @Option(
            names = "--rules",
            split = ",",
            paramLabel = "N",
            defaultValue = "10,100,1000,10000",
            description = "Rules of the measured ENI, one after the other. Default: ${DEFAULT-VALUE}.")
    private List<Integer> rules = List.of();

    @Option(
            names = "--many-members",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Members of a large group; 0 to leave it out. Default: ${DEFAULT-VALUE}.")
    private int manyMembers;

    @Option(
            names = "--many-rules",
            paramLabel = "N",
            defaultValue = "12500",
            description = "Rules of the ENI that is programmed as a whole. Default: ${DEFAULT-VALUE}.")
    private int manyRules;

    @Option(
            names = "--replaced-enis",
            paramLabel = "N",
            defaultValue = "500",
            description = "ENIs of the host that is replaced as a whole, ten to each set of rules."
                    + " Default: ${DEFAULT-VALUE}.")
    private int replacedEnis;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "7",
            description = "Rounds, of which the least counts. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--packets",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Packets of an established flow in a round. Default: ${DEFAULT-VALUE}.")
    private int packets;

    @Option(
            names = "--changes",
            paramLabel = "N",
            defaultValue = "200",
            description = "Changes of one member. Default: ${DEFAULT-VALUE}.")
    private int changes;

    @Override
    public Integer call() {
        enis.forEach(each -> requireWithin("--enis", each, PolicySize.ENIS_LEAST, ENIS_MAX));
        rules.forEach(each -> requireWithin("--rules", each, 1, RULES_MAX));
        requireWithin("--many-members", manyMembers, 0, MEMBERS_MAX);
        requireWithin("--many-rules", manyRules, 1, RULES_MAX);
        requireWithin("--replaced-enis", replacedEnis, PolicySize.ENIS_LEAST, ENIS_MAX);
        requireWithin("--rounds", rounds, 1, REPEATS_MAX);
        requireWithin("--packets", packets, 1, REPEATS_MAX);
        requireWithin("--changes", changes, 1, REPEATS_MAX);
        Privileges.requireForLab();
        PrintWriter progress = spec.commandLine().getErr();
        KernelBench bench = new KernelBench(settings(), what -> {
            progress.println(what);
            progress.flush();
        });
        KernelBench.Result result = bench.run(EnumSet.copyOf(parts));
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.isJson() ? Json.print(KernelReport.json(result)) + "\n" : KernelReport.text(result));
        out.flush();
        return ExitCode.OK.number();
    }

    private Settings settings() {
        Settings usual = Settings.DEFAULT;
        return new Settings(
                new Settings.PacketSizes(enis, rules, usual.packets().usual(), manyMembers),
                new Settings.UpdateSizes(replacedEnis, Math.ceilDiv(replacedEnis, ENIS_OF_SCOPE), manyRules),
                new Settings.Repeats(rounds, packets, changes));
    }

    private void requireWithin(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '" + option + "': not from " + least + " to " + most);
        }
    }
}
