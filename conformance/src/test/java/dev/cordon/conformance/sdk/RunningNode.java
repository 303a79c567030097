package dev.cordon.conformance.sdk;

import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.cli.node.Node;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A node without an agent, at a free port of the loopback, in a folder that goes when it goes.
public final class RunningNode implements AutoCloseable {

    private final Path folder;
    private final Node node;

    private RunningNode(Path folder, Node node) {
        this.folder = folder;
        this.node = node;
    }

    public static RunningNode start() {
        Path folder = newFolder();
        try {
            return new RunningNode(
                    folder, Node.start(new Node.Settings(folder, new InetSocketAddress("127.0.0.1", 0))));
        } catch (RuntimeException failure) {
            delete(folder);
            throw failure;
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("cordon-conformance-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public CredentialsFile key() {
        return node.credentials();
    }

    /// Returns where it listens, such as `127.0.0.1:8620`.
    public String authority() {
        return URI.create(key().endpoint()).getAuthority();
    }

    public InetSocketAddress address() {
        URI endpoint = URI.create(key().endpoint());
        return new InetSocketAddress(endpoint.getHost(), endpoint.getPort());
    }

    /// Returns where the certificate of the other listener is.
    public Path certificate() {
        return folder.resolve("tls").resolve("server.crt");
    }

    public Revision revision() {
        return node.controlPlane().newest().revision();
    }

    public PolicyState state() {
        return node.controlPlane().newest().state();
    }

    @Override
    public void close() {
        try {
            node.close();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (var found = Files.walk(folder)) {
            for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
