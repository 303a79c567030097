package dev.cordon.cli;

import dev.cordon.nft.lower.HostRules;
import dev.cordon.nft.lower.KeptPort;
import dev.cordon.nft.ruleset.SessionQuota;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// What the operator of a host says beside all policy.
public final class HostRulesOptions {

    /// Each costs a new packet of the machine's links a line.
    private static final int PORTS_MAX = 15;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--keep-open",
            paramLabel = "tcp|udp/PORT[-PORT]",
            converter = PortConverter.class,
            description = "Ports of this machine that stay open at a `host:` link, whatever policy says.")
    private List<KeptPort> ports = new ArrayList<>();

    private static final class PortConverter implements ITypeConverter<KeptPort> {
        @Override
        public KeptPort convert(String text) {
            return KeptPort.parse(text)
                    .orElseThrow(() -> new TypeConversionException("not such as tcp/22 `" + text + "`"));
        }
    }

    @Option(
            names = "--session-quota",
            paramLabel = "N",
            converter = SessionQuotaConverter.class,
            description = "Sessions that each guest's link may have at one time. Default: no limit.")
    private Optional<SessionQuota> quota = Optional.empty();

    public HostRules rules() {
        if (ports.size() > PORTS_MAX) {
            throw new ParameterException(spec.commandLine(), "--keep-open may be given " + PORTS_MAX + " times");
        }
        return new HostRules(quota, ports);
    }
}
