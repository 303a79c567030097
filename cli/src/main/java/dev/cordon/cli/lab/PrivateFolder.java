package dev.cordon.cli.lab;

import dev.cordon.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder that goes with the lab.
public record PrivateFolder(Path path) implements AutoCloseable {

    public static PrivateFolder create() {
        try {
            return new PrivateFolder(Files.createTempDirectory("cordon-lab-"));
        } catch (IOException failure) {
            throw new CliException("cannot make a temporary folder: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> inside = Files.walk(path)) {
            deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
