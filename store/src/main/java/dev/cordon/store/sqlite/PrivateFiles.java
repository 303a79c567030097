package dev.cordon.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and folders that only their owner may look into: the policy says where the holes are.
///
/// What exists already keeps its mode, which its owner may have chosen.
final class PrivateFiles {

    private PrivateFiles() {}

    /// Makes a folder and those above it, mode 0700, and returns its real path.
    static Path makeFolder(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            makeNameDurable(folder);
        }
        return folder.toRealPath();
    }

    /// Makes an empty file, mode 0600, unless there is one.
    static void makeFile(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            makeNameDurable(file);
        }
    }

    /// A name lives in the folder above, which has to reach the disk as well.
    private static void makeNameDurable(Path path) throws IOException {
        try (FileChannel above = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            above.force(true);
        }
    }
}
