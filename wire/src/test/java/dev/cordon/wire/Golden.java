package dev.cordon.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares text with a golden file, to the byte.
///
/// Stored data outlives the code, so a difference is a new version of a form or a mistake. Where it
/// is meant, the files are written anew with `mvn -pl wire -am test -Dcordon.golden=write`, and the
/// difference is read in review.
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final boolean WRITES = "write".equals(System.getProperty("cordon.golden"));

    private Golden() {}

    public static void check(String name, String actual) {
        Path file = FOLDER.resolve(name + ".json");
        try {
            if (WRITES) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, actual);
            }
            assertEquals(Files.readString(file), actual, () -> "differs from " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
