package dev.cordon.cli;

import dev.cordon.server.tls.PemFiles;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where and with what certificate calls are listened to over TLS.
final class TlsOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--tls-listen",
            paramLabel = "ADDR:PORT",
            converter = AddressConverter.class,
            description = "Where to listen over TLS. Default: the port after that of --listen, 127.0.0.1:8621.")
    private Optional<InetSocketAddress> listen = Optional.empty();

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Certificate in PEM, read anew when it changes. Default: one of its own.")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its key, PKCS 8 in PEM.")
    private Optional<Path> key = Optional.empty();

    Optional<PemFiles> files() {
        if (certificate.isPresent() != key.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--tls-cert and --tls-key go together");
        }
        return certificate.map(file -> new PemFiles(file, key.orElseThrow()));
    }

    /// Any free port beside any free port.
    InetSocketAddress listen(InetSocketAddress plain) {
        int port = plain.getPort() == 0 ? 0 : plain.getPort() % 65_535 + 1;
        return listen.orElseGet(() -> plain.isUnresolved()
                ? InetSocketAddress.createUnresolved(plain.getHostString(), port)
                : new InetSocketAddress(plain.getAddress(), port));
    }
}
