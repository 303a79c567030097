package dev.cordon.cli.node;

import dev.cordon.cli.CliException;
import dev.cordon.cli.InputFile;
import dev.cordon.server.tls.PemFiles;
import dev.cordon.server.tls.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The certificate of a node that was given none: `tls/server.crt` and `tls/server.key` of the data
/// folder, made on the first run and kept. In a folder of their own, since that is watched: the one
/// above changes with every commit.
final class TlsFiles {

    static final String CERTIFICATE = "tls/server.crt";
    static final String KEY = "tls/server.key";

    private TlsFiles() {}

    static PemFiles keptOrMade(Path folder, InetSocketAddress listen) {
        PemFiles files = new PemFiles(folder.resolve(CERTIFICATE), folder.resolve(KEY));
        if (Files.notExists(files.certificate())) {
            make(files, listen);
        }
        return files;
    }

    private static void make(PemFiles files, InetSocketAddress listen) {
        Set<InetAddress> addresses =
                Optional.ofNullable(listen.getAddress()).stream().collect(Collectors.toSet());
        SelfSigned made = SelfSigned.make(addresses, Instant.now(), new SecureRandom());
        try {
            // the certificate comes last, so that there is none whose key is missing
            Files.createDirectories(
                    files.key().getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(files.key());
            write(files.key(), made.key(), "rw-------");
            write(files.certificate(), made.certificate(), "rw-r--r--");
        } catch (IOException unwritable) {
            throw new CliException(
                    "cannot write `" + files.certificate() + "`: " + InputFile.reason(unwritable), unwritable);
        }
    }

    private static void write(Path file, String text, String mode) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
        Files.writeString(file, text);
    }
}
