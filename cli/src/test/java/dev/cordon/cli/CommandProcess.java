package dev.cordon.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The command as a process of its own, from the class path of the tests, with the options that
/// the launcher gives. What it prints goes to files, so that it never waits for a reader.
public final class CommandProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(5);

    private final Process process;
    private final Path out;
    private final Path err;

    private CommandProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /// Starts a command.
    ///
    /// @param folder an existing one, for what is printed, for the default data folder and for
    ///     temporary files, which go to `tmp` in it
    public static CommandProcess start(Path folder, String... arguments) {
        return startWith(List.of(), folder, arguments);
    }

    /// Starts a command through another one, such as `setpriv`.
    public static CommandProcess startWith(List<String> prefix, Path folder, String... arguments) {
        List<String> line = new ArrayList<>(prefix);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=deny"));
        line.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g", "-cp", System.getProperty("java.class.path")));
        line.add("-Djava.io.tmpdir=" + temporary(folder));
        line.add(Main.class.getName());
        line.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
            Map<String, String> environment = builder.environment();
            environment.put("XDG_STATE_HOME", folder.toString());
            environment.remove("CORDON_ENDPOINT");
            return new CommandProcess(builder.start(), out, err);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Returns the folder for the temporary files of a command, with the mode of `/tmp`.
    public static Path temporary(Path folder) {
        Path temporary = folder.resolve("tmp");
        try {
            if (Files.notExists(temporary)) {
                Files.createDirectory(temporary);
                Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
            return temporary;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Starts a command and waits for its end.
    public static Ended run(Path folder, String... arguments) {
        try (CommandProcess process = start(folder, arguments)) {
            return process.awaitEnd();
        }
    }

    public long pid() {
        return process.pid();
    }

    /// Waits until the command has printed a line.
    public void awaitLine(String line) {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while (printed(out).lines().noneMatch(line::equals)) {
            if (!process.isAlive() || System.nanoTime() > deadlineNanos) {
                throw new AssertionError(
                        "no line `" + line + "` in `" + printed(out) + "`, but `" + printed(err) + "`");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_INTERVAL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sends a signal such as `INT`.
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the end. An exit code of 128 and more tells the signal that ended it.
    public Ended awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("does not end, and has said `" + printed(err) + "`");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new Ended(process.exitValue(), printed(out), printed(err));
    }

    private static String printed(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Kills the process if it still runs.
    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }
}
