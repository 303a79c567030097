package dev.cordon.cli;

import dev.cordon.server.tls.PemFiles;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// Where and with what certificate calls are listened to over TLS.
final class TlsOptions {

    @Option(
            names = "--tls-listen",
            paramLabel = "ADDR:PORT",
            converter = AddressConverter.class,
            description = "Where to listen over TLS. Default: the port after that of --listen, 127.0.0.1:8621.")
    private Optional<InetSocketAddress> listen = Optional.empty();

    /// One goes with the other.
    private static final class Pair {

        @Option(
                names = "--tls-cert",
                paramLabel = "FILE",
                required = true,
                description = "Certificate in PEM, read anew when it changes. Default: one of its own.")
        private Path certificate;

        @Option(names = "--tls-key", paramLabel = "FILE", required = true, description = "Its key, PKCS 8 in PEM.")
        private Path key;
    }

    @ArgGroup(exclusive = false)
    private Optional<Pair> pair = Optional.empty();

    Optional<PemFiles> files() {
        return pair.map(given -> new PemFiles(given.certificate, given.key));
    }

    /// Any free port beside any free port.
    InetSocketAddress listen(InetSocketAddress plain) {
        int port = plain.getPort() == 0 ? 0 : plain.getPort() % 65_535 + 1;
        return listen.orElseGet(() -> plain.isUnresolved()
                ? InetSocketAddress.createUnresolved(plain.getHostString(), port)
                : new InetSocketAddress(plain.getAddress(), port));
    }
}
