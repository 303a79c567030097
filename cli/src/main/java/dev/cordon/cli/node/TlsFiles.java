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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The certificate of a node that was given none: `tls/server.crt` and `tls/server.key` of the data
/// folder, made on the first run, and anew before its end. In a folder of their own, since that is
/// watched: the one above changes with every commit.
final class TlsFiles {

    static final String CERTIFICATE = "tls/server.crt";
    static final String KEY = "tls/server.key";

    private TlsFiles() {}

    /// Returns files that are good for some time to come.
    static PemFiles keptOrMade(Path folder, InetSocketAddress listen, Instant now) {
        PemFiles files = new PemFiles(folder.resolve(CERTIFICATE), folder.resolve(KEY));
        if (Files.notExists(files.certificate()) || SelfSigned.isToBeRenewed(files, now)) {
            make(files, listen, now);
        }
        return files;
    }

    private static void make(PemFiles files, InetSocketAddress listen, Instant now) {
        Set<InetAddress> addresses =
                Optional.ofNullable(listen.getAddress()).stream().collect(Collectors.toSet());
        SelfSigned made = SelfSigned.make(addresses, now, new SecureRandom());
        try {
            // the certificate comes last, so that there is none whose key is missing; a listener
            // takes over neither until they belong together
            Files.createDirectories(
                    files.key().getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            write(files.key(), made.key(), "rw-------");
            write(files.certificate(), made.certificate(), "rw-r--r--");
        } catch (IOException unwritable) {
            throw new CliException(
                    "cannot write `" + files.certificate() + "`: " + InputFile.reason(unwritable), unwritable);
        }
    }

    private static void write(Path file, String text, String mode) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
