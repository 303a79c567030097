package dev.cordon.cli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsFileTest {

    private static final long SEED = 5;

    @TempDir
    private Path folder;

    private CredentialsFile keptOrMade(long seed) {
        return CredentialsFile.keptOrMade(folder, "cn-hangzhou", new Random(seed));
    }

    private Path file() {
        return folder.resolve(CredentialsFile.NAME);
    }

    @Test
    void makesAKeyThatNobodyCanGuess() {
        CredentialsFile made = keptOrMade(SEED);
        assertTrue(made.accessKeyId().matches("cordon[0-9a-f]{20}"), made.accessKeyId());
        assertTrue(made.accessKeySecret().matches("[0-9a-f]{48}"), "192 bits");
        assertNotEquals(made, keptOrMade(SEED + 1));
        assertEquals(List.of(), namesInFolder());
    }

    @Test
    void readsBackWhatItHasWritten() {
        CredentialsFile made = keptOrMade(SEED).atEndpoint("http://127.0.0.1:8620");
        made.write(folder);
        assertEquals(made, CredentialsFile.read(file()));
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        keptOrMade(SEED).write(folder);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void keepsTheKeyAcrossRunsWithTheEndpointMadeNew() {
        CredentialsFile first = keptOrMade(SEED).atEndpoint("http://127.0.0.1:8620");
        first.write(folder);
        CredentialsFile second = keptOrMade(SEED + 1).atEndpoint("http://127.0.0.1:8622");
        second.write(folder);
        assertEquals(first.atEndpoint("http://127.0.0.1:8622"), CredentialsFile.read(file()));
    }

    /// A reader that has the file open sees the old one whole; and a file that was readable by
    /// others is not written into.
    @Test
    void replacesTheFileInsteadOfWritingIntoIt() throws IOException {
        CredentialsFile first = keptOrMade(SEED);
        first.write(folder);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        Path reader = Files.createLink(folder.resolve("reader"), file());
        first.atEndpoint("http://127.0.0.1:8623").write(folder);
        assertEquals(first, CredentialsFile.read(reader));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void takesAwayWhatAnInterruptedWriteHasLeft() throws IOException {
        Path left = Files.writeString(folder.resolve(CredentialsFile.NAME + ".new"), "{\"acc");
        Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rw-rw-rw-"));
        CredentialsFile made = keptOrMade(SEED);
        made.write(folder);
        assertEquals(List.of(CredentialsFile.NAME), namesInFolder());
        assertEquals(made, CredentialsFile.read(file()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void damagedCredentialsAreNotMadeAnew() throws IOException {
        Files.writeString(file(), "{\"accessKeyId\": 7}");
        CliException refused = assertThrows(CliException.class, () -> keptOrMade(SEED));
        assertEquals(
                "no `accessKeyId` in `" + file() + "`; remove the file to have it made anew", refused.getMessage());
    }

    @Test
    void saysWhereItCannotWrite() {
        CliException refused =
                assertThrows(CliException.class, () -> keptOrMade(SEED).write(folder.resolve("gone")));
        assertEquals(
                "cannot write `" + folder.resolve("gone").resolve(CredentialsFile.NAME) + "`: no such file",
                refused.getMessage());
    }

    private List<String> namesInFolder() {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
