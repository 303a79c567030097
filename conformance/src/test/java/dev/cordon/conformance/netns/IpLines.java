package dev.cordon.conformance.netns;

import dev.cordon.agent.kernel.NetworkNamespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Lines of the `ip` command, run in a namespace.
public final class IpLines {

    private IpLines() {}

    /// @throws IllegalStateException with what was printed, if one of them fails
    public static void run(NetworkNamespace namespace, List<String> lines) {
        namespace.call(() -> batch(lines));
    }

    private static boolean batch(List<String> lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("ip", "-batch", "-")
                .redirectErrorStream(true)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(printed + " in " + lines);
        }
        return true;
    }
}
