package dev.cordon.conformance.concurrency;

import dev.cordon.cli.CommandProcess;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.node.CredentialsFile;
import java.nio.file.Path;

/// `cordon up` without an agent, as a process that can be killed and started again on its data.
final class NodeProcess implements AutoCloseable {

    private final Path folder;
    private CommandProcess process;

    private NodeProcess(Path folder) {
        this.folder = folder;
        this.process = launch();
    }

    /// @param folder an existing one, for its data and for what it prints
    static NodeProcess start(Path folder) {
        return new NodeProcess(folder);
    }

    private CommandProcess launch() {
        CommandProcess launched = CommandProcess.start(
                folder, "up", "--no-agent", "--data", data().toString(), "--listen", "127.0.0.1:0");
        launched.awaitLine("ready");
        return launched;
    }

    Path data() {
        return folder.resolve("data");
    }

    CordonClient client() {
        return new CordonClient(CredentialsFile.read(data().resolve(CredentialsFile.NAME)));
    }

    void kill() {
        process.signal("KILL");
        process.awaitEnd();
    }

    void terminate() {
        process.signal("TERM");
        process.awaitEnd();
    }

    void startAgain() {
        process = launch();
    }

    @Override
    public void close() {
        process.close();
    }
}
