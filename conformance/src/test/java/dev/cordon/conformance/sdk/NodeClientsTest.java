package dev.cordon.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.cli.node.CredentialsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The official Node clients, unmodified, through the complete lives of groups, members
/// and lists.
///
/// Skipped where there is no npm, or where npm cannot bring the clients.
class NodeClientsTest {

    private static final Path SOURCE = Path.of("src", "test", "node");
    private static final Path FOLDER = Path.of("target", "node");
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "life.js", "client.js", "groups.js", "members.js", "lists.js");
    private static final long PATIENCE_SECONDS = 300;

    @AutoClose
    private static final RunningNode NODE = RunningNode.start();

    /// @param output both streams, as they came
    private record Ended(int exitCode, String output) {}

    @BeforeAll
    static void installClients() throws IOException, InterruptedException {
        assumeTrue(isThere("npm") && isThere("node"), "there is no npm");
        Files.createDirectories(FOLDER);
        for (String file : FILES) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Ended installed = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        assumeTrue(installed.exitCode() == 0, () -> "npm cannot bring the clients: " + installed.output());
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Ended run(String... command) throws IOException, InterruptedException {
        Path output = FOLDER.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as(String.join(" ", command))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tea-v3", "tea-v1", "pop-get", "pop-post"})
    void livesThroughWhatThereIs(String client) throws IOException, InterruptedException {
        lives(client, NODE.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tea-v3", "tea-v1", "pop-get", "pop-post"})
    void livesTheSameWithATemporaryKey(String client) throws IOException, InterruptedException {
        TemporaryKey temporary = TemporaryKey.of(NODE, client);
        lives(client, temporary.key(), temporary.token());
    }

    private static void lives(String client, CredentialsFile key, String... token)
            throws IOException, InterruptedException {
        int before = NODE.state().objects().toList().size();
        List<String> command = new ArrayList<>(
                List.of("node", "life.js", client, NODE.authority(), key.accessKeyId(), key.accessKeySecret()));
        command.addAll(List.of(token));
        Ended ended = run(command.toArray(String[]::new));
        assertEquals(new Ended(0, "done 85\n"), ended);
        assertEquals(before, NODE.state().objects().toList().size(), "what was made is deleted again");
    }
}
