package dev.cordon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What keeps a command from its work is told in one line, with exit code 3 and no stack trace.
class FailureLineTest {

    private static final String KEY = """
            {"accessKeyId": "cordon7", "accessKeySecret": "8", "region": "cn-hangzhou", "endpoint": "%s"}
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("file");
    }

    private void holds(String text) throws IOException {
        Files.writeString(file, text);
    }

    private void says(String line, String... arguments) {
        Ended.of(arguments).saysWhy(ExitCode.COULD_NOT_ASK, line.replace("FILE", file.toString()));
    }

    @Test
    void noCredentialsYet() {
        CommandProcess.run(folder, "show", "state")
                .saysWhy(
                        ExitCode.COULD_NOT_ASK,
                        "no credentials at `" + folder.resolve("cordon/credentials.json")
                                + "`: start cordon up, or name them by --credentials");
    }

    @Test
    void aFolderInsteadOfCredentials() throws IOException {
        Files.createDirectory(file);
        says("cannot read credentials from `FILE`: Is a directory", "show", "state", "--credentials", "" + file);
    }

    @Test
    void credentialsThatAreNotJson() throws IOException {
        holds("{\"accessKeyId\": ");
        says(
                "credentials in `FILE` cannot be used: not json, or a name twice in one object, at line 1, column 17",
                "show",
                "state",
                "--credentials",
                "" + file);
    }

    @Test
    void credentialsWithoutAKey() throws IOException {
        holds("{\"accessKeyId\": \"cordon7\"}");
        says(
                "no `accessKeySecret` in `FILE`; remove the file to have it made anew",
                "show",
                "state",
                "--credentials",
                "" + file);
    }

    @Test
    void noState() {
        says("cannot read state from `FILE`: no such file", "show", "state", "--state", "" + file);
    }

    @Test
    void aStateThatIsNotText() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, 0x00});
        says(
                "cannot read state from `FILE`: not text in UTF-8",
                "explain",
                "--from",
                "eni-1",
                "--to",
                "eni-2",
                "--state",
                "" + file);
    }

    @Test
    void aStateOfAnotherForm() throws IOException {
        holds("[]");
        says(
                "state in `FILE` cannot be used: at the top: wanted an object, found an array",
                "show",
                "view",
                "--state",
                "" + file);
    }

    @Test
    void noScenario() {
        says("cannot read a scenario from `FILE`: no such file", "lab", "run", "" + file);
    }

    @Test
    void aScenarioThatIsNotYaml() throws IOException {
        holds("title: [one,\n");
        says(
                "scenario `FILE` is not YAML: while parsing a flow node:"
                        + " expected the node content, but found '<stream end>', at line 1, column 12",
                "lab",
                "run",
                "" + file);
    }

    @Test
    void noVectors() {
        says("cannot read vectors from `FILE`: no such file", "conformance", "" + file);
    }

    @Test
    void vectorsThatAreNotVectors() throws IOException {
        holds("{\"v\": 3}");
        says("no list `vectors` in `FILE`; is it a vector file?", "conformance", "" + file);
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        holds(KEY.formatted("http://127.0.0.1:" + port));
        says(
                "cannot reach `http://127.0.0.1:" + port + "`: is cordon up running there?",
                "show",
                "state",
                "--credentials",
                "" + file);
    }

    @Test
    void anEndpointThatIsNone() throws IOException {
        holds(KEY.formatted("http://127.0.0.1:8620"));
        says(
                "not an endpoint `127.0.0.1:8620`: it looks like http://127.0.0.1:8620",
                "show",
                "state",
                "--credentials",
                "" + file,
                "--endpoint",
                "127.0.0.1:8620");
    }

    @Test
    void somethingElseAnswers() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        other.createContext("/", exchange -> {
            byte[] body = "<html>\n".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(502, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        other.start();
        try {
            String endpoint = "http://127.0.0.1:" + other.getAddress().getPort();
            holds(KEY.formatted(endpoint));
            Ended ended = Ended.of("show", "state", "--credentials", file.toString());
            ended.saysWhy(
                    ExitCode.COULD_NOT_ASK,
                    "`" + endpoint + "` answered 502, which is not an answer of cordon:"
                            + " not json, or a name twice in one object, at line 1, column 1");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aMessageOfManyLinesBecomesOne() throws Exception {
        Ended ended = failing(new CliException("first:\n    second\n\n third\n"));
        ended.saysWhy(ExitCode.COULD_NOT_ASK, "first:; second; third");
    }

    @Test
    void aFailureWithoutMessageIsNamed() throws Exception {
        assertEquals(
                "cordon: UnsupportedOperationException\n",
                failing(new UnsupportedOperationException()).err());
    }

    private static Ended failing(RuntimeException failure) throws Exception {
        StringWriter out = new StringWriter();
        CommandLine command = Main.commandLine().setErr(new PrintWriter(out, true));
        int code = new FailureLine().handleExecutionException(failure, command, command.getParseResult());
        return new Ended(code, "", out.toString());
    }
}
