package dev.cordon.conformance.netns;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.cli.CommandProcess;
import dev.cordon.cli.Ended;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.node.CredentialsFile;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;

/// `cordon up` as a process in a network namespace, which can be killed and started again on the
/// same data.
final class UpProcess implements AutoCloseable {

    private final NetworkNamespace namespace;
    private final Path folder;
    private CommandProcess process;

    private UpProcess(NetworkNamespace namespace, Path folder, CommandProcess process) {
        this.namespace = namespace;
        this.folder = folder;
        this.process = process;
    }

    /// @param folder an existing one, for its data and for what it prints
    static UpProcess start(NetworkNamespace namespace, Path folder) {
        return new UpProcess(namespace, folder, launch(namespace, folder));
    }

    private static CommandProcess launch(NetworkNamespace namespace, Path folder) {
        String data = folder.resolve("data").toString();
        CommandProcess launched =
                namespace.call(() -> CommandProcess.start(folder, "up", "--data", data, "--listen", "127.0.0.1:0"));
        launched.awaitLine("ready");
        return launched;
    }

    void kill() {
        process.signal("KILL");
        process.awaitEnd();
    }

    Ended terminate() {
        process.signal("TERM");
        return process.awaitEnd();
    }

    void startAgain() {
        process = launch(namespace, folder);
    }

    /// Asks the process something, from its namespace.
    <T> T ask(Function<CordonClient, T> question) {
        return namespace.call(() -> question.apply(new CordonClient(CredentialsFile.read(credentials()))));
    }

    /// Runs another command against the process.
    Ended command(String... arguments) {
        String[] line = Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--credentials", credentials().toString()))
                .toArray(String[]::new);
        return namespace.call(() -> CommandProcess.run(folder, line));
    }

    private Path credentials() {
        return folder.resolve("data").resolve(CredentialsFile.NAME);
    }

    @Override
    public void close() {
        process.close();
    }
}
