package dev.cordon.cli;

import dev.cordon.nft.lower.KeptPort;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Which ports stay open at the machine's own links.
final class KeepOpenOption {

    /// Each costs a new packet of the machine's links a line.
    private static final int COUNT_MAX = 15;

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

    List<KeptPort> ports() {
        if (ports.size() > COUNT_MAX) {
            throw new ParameterException(spec.commandLine(), "--keep-open may be given " + COUNT_MAX + " times");
        }
        return List.copyOf(ports);
    }
}
