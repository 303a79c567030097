package dev.cordon.cli.bench.api;

import dev.cordon.cli.CliException;
import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.cli.client.SignedHeaders;
import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.ecs.http.HttpCall;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/// One client on one connection, which signs each of its calls.
///
/// Implementation note: written on a socket, because a full HTTP client takes as much of the
/// machine as the server that is measured.
final class LoadClient implements AutoCloseable {

    private static final String OK = "HTTP/1.1 200";
    private static final String LENGTH = "content-length:";

    private final CredentialsFile credentials;
    private final String authority;
    private final Socket socket;
    private final InputStream answers;

    private LoadClient(ApiServer server, Socket socket) throws IOException {
        this.credentials = server.credentials();
        this.authority = server.authority();
        this.socket = socket;
        this.answers = new BufferedInputStream(socket.getInputStream());
    }

    static LoadClient connect(ApiServer server) {
        int colon = server.authority().lastIndexOf(':');
        try {
            Socket socket = new Socket(
                    server.authority().substring(0, colon),
                    Integer.parseInt(server.authority().substring(colon + 1)));
            socket.setTcpNoDelay(true);
            return new LoadClient(server, socket);
        } catch (IOException failure) {
            throw new CliException("cannot reach the server: " + failure.getMessage(), failure);
        }
    }

    /// Calls an action and waits for the answer.
    ///
    /// @param query encoded parameters, in the order of their names
    /// @throws CliException if the answer is an error
    void call(String action, String query) {
        SortedMap<String, String> headers = SignedHeaders.of(
                credentials,
                authority,
                new HttpCall.Target("POST", "/", query),
                Map.of("x-acs-action", action, "x-acs-version", Product.ECS.version()));
        headers.put("content-length", "0");
        StringBuilder request = new StringBuilder("POST /?" + query + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
        try {
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            requireOk(action);
        } catch (IOException failure) {
            throw new CliException("the server does not answer: " + failure.getMessage(), failure);
        }
    }

    private void requireOk(String action) throws IOException {
        String status = line();
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        String body = new String(answers.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.startsWith(OK)) {
            throw new CliException(action + " was answered `" + status + "` " + body);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("connection closed");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
