package dev.cordon.bench.kernel;

import dev.cordon.agent.kernel.KernelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Commands of this machine, in the network namespace of the calling thread.
final class HostCommand {

    private static final List<Path> FOLDERS = List.of(Path.of("/usr/sbin"), Path.of("/sbin"), Path.of("/usr/bin"));

    private HostCommand() {}

    static boolean areInstalled(String... names) {
        return Stream.of(names)
                .allMatch(name -> FOLDERS.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(name))));
    }

    /// Runs a command and returns what it printed.
    ///
    /// @param input from a file, so that no pipe can fill up on either side
    /// @throws KernelException with what it printed, if it fails
    static String run(List<String> command, String input) throws IOException, InterruptedException {
        Path file = Files.createTempFile("cordon-bench", ".in");
        try {
            Files.writeString(file, input);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(file.toFile())
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new KernelException("`" + String.join(" ", command) + "` failed: " + printed.strip());
            }
            return printed;
        } finally {
            Files.delete(file);
        }
    }
}
