package dev.cordon.cli.bench.api;

import dev.cordon.cli.CliException;
import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.ecs.http.Body;
import dev.cordon.ecs.http.HttpCall;
import dev.cordon.ecs.http.SignatureV3;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// One client on one connection, which signs each of its calls.
///
/// Implementation note: written on a socket, because a full HTTP client takes as much of the
/// machine as the server that is measured.
final class LoadClient implements AutoCloseable {

    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
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
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("host", authority);
        headers.put("x-acs-action", action);
        headers.put("x-acs-version", "2014-05-26");
        headers.put("x-acs-date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        headers.put("x-acs-signature-nonce", UUID.randomUUID().toString());
        headers.put("x-acs-content-sha256", EMPTY_SHA256);
        HttpCall call = new HttpCall(new HttpCall.Target("POST", "/", query), headers, Body.EMPTY);
        headers.put(
                "authorization",
                SignatureV3.authorization(call, credentials.accessKeyId(), credentials.accessKeySecret()));
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
