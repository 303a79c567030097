package dev.cordon.cli.lab;

import dev.cordon.cli.CliException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The `ip` command of iproute2, run in the network namespace of the calling thread.
final class IpCommand {

    private static final int PATIENCE_SECONDS = 20;

    private IpCommand() {}

    /// Runs lines of `ip`, stopping at the first that fails.
    ///
    /// @return what was printed
    static String batch(List<String> lines) throws IOException, InterruptedException {
        Process process = start();
        try (var in = process.getOutputStream()) {
            in.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new CliException("`ip -batch` failed: " + printed.strip().replace('\n', ';') + " in " + lines);
        }
        return printed;
    }

    private static Process start() {
        try {
            return new ProcessBuilder("ip", "-batch", "-")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            throw new CliException("cannot run `ip`: install the package iproute2", missing);
        }
    }
}
