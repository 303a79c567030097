package dev.cordon.controlplane.attempt;

import dev.cordon.wire.Parsed;
import dev.cordon.wire.record.Attempt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Attempts in a file, one a line, mode 0600. Written anew when half of it is no longer kept.
///
/// Lines are handed to the system at once and not forced to the disk: a crash of the process loses
/// none, one of the machine the newest. The last line of a file may be torn, and is left out.
final class LineFile implements AttemptFile {

    /// Lines of a file.
    static final int LINE_COUNT_MAX = 2 * Attempts.COUNT_MAX;

    private static final Logger LOG = System.getLogger(LineFile.class.getName());

    private final Path path;
    private int lineCount;

    /// Whether the last line may have no end.
    private boolean isTorn = true;

    LineFile(Path path) {
        this.path = path;
    }

    @Override
    public List<Attempt> read() {
        List<Attempt> read = new ArrayList<>();
        if (Files.notExists(path)) {
            return read;
        }
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            lines.lines().limit(LINE_COUNT_MAX).forEach(line -> {
                if (Attempt.parse(line) instanceof Parsed.Ok<Attempt>(Attempt attempt)) {
                    read.add(attempt);
                }
                lineCount++;
            });
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.log(Level.WARNING, "cannot read `" + path + "`: " + unreadable.getMessage());
        }
        return read;
    }

    @Override
    public void append(Attempt attempt, Supplier<List<Attempt>> kept) {
        try {
            if (lineCount >= LINE_COUNT_MAX) {
                rewrite(kept.get());
            } else {
                makeOnce(path);
                write(path, isTorn ? "\n" : "", List.of(attempt));
                isTorn = false;
                lineCount++;
            }
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "cannot write `" + path + "`: " + unwritable.getMessage());
        }
    }

    private void rewrite(List<Attempt> kept) throws IOException {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        Files.deleteIfExists(next);
        makeOnce(next);
        write(next, "", kept);
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        lineCount = kept.size();
        isTorn = false;
    }

    private static void write(Path file, String before, List<Attempt> attempts) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND)) {
            out.write(before);
            for (Attempt attempt : attempts) {
                out.write(attempt.print() + "\n");
            }
        }
    }

    private static void makeOnce(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }
}
