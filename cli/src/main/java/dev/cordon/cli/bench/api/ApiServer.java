package dev.cordon.cli.bench.api;

import dev.cordon.cli.CliException;
import dev.cordon.cli.Main;
import dev.cordon.cli.node.CredentialsFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `cordon up` in a process of its own, which enforces nothing.
///
/// @param startTook from the start of the process until it said that it was ready
record ApiServer(Process process, CredentialsFile credentials, Duration startTook) implements AutoCloseable {

    /// What the server has to do with.
    static final int HEAP_MIB = 1_536;

    private static final String READY = "ready";
    private static final long STOP_PATIENCE_SECONDS = 30;

    static ApiServer start(Path data) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx" + HEAP_MIB + "m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "up",
                "--no-agent",
                "--listen",
                "127.0.0.1:0",
                "--data",
                data.toString());
        long startNanos = System.nanoTime();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            awaitReady(process);
            Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
            return new ApiServer(process, CredentialsFile.read(data.resolve(CredentialsFile.NAME)), took);
        } catch (IOException failure) {
            throw new CliException("cannot start the server: " + failure.getMessage(), failure);
        }
    }

    private static void awaitReady(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (!READY.equals(line)) {
            if (line == null) {
                throw new CliException("the server ended before it was ready");
            }
            line = output.readLine();
        }
    }

    /// Returns the address that the server listens at.
    String authority() {
        return credentials.endpoint().substring("http://".length());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }
}
