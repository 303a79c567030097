package dev.cordon.cli.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.cli.CliException;
import dev.cordon.model.state.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ConnectionTest {

    private static final String STATE = "src/test/resources/look/state.json";

    @TempDir
    private Path folder;

    private static Connection with(String... options) {
        return CommandLine.populateCommand(new Connection(), options);
    }

    private Path credentials(String endpoint) throws IOException {
        return Files.writeString(folder.resolve("key.json"), """
                {"accessKeyId": "cordon1", "accessKeySecret": "2", "region": "cn-hangzhou", "endpoint": "%s"}
                """.formatted(endpoint));
    }

    @Test
    void anExportedStateIsReadWithoutCredentials() {
        Connection offline =
                with("--state", STATE, "--credentials", folder.resolve("none").toString());
        assertEquals(true, offline.isOffline());
        assertEquals(new Revision(42), offline.state().revision());
    }

    @Test
    void withoutAStateARunningCordonIsAsked() {
        assertEquals(false, with().isOffline());
    }

    @Test
    void theEndpointIsThatOfTheCredentials() throws IOException {
        Connection connection =
                with("--credentials", credentials("http://127.0.0.1:8624").toString());
        assertEquals("http://127.0.0.1:8624", connection.client().endpoint());
    }

    @Test
    void theOptionComesBeforeTheCredentials() throws IOException {
        String file = credentials("http://127.0.0.1:8624").toString();
        assertEquals(
                "http://[::1]:8625",
                with("--credentials", file, "--endpoint", "http://[::1]:8625/")
                        .client()
                        .endpoint());
    }

    @Test
    void anEmptyEndpointIsNone() throws IOException {
        String file = credentials("http://127.0.0.1:8624").toString();
        assertEquals(
                "http://127.0.0.1:8624",
                with("--credentials", file, "--endpoint", "").client().endpoint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8620",
                "ftp://127.0.0.1:8620",
                "http://",
                "http://127.0.0.1:8620/v1",
                "http://key@127.0.0.1:8620",
                "http://127.0.0.1:port",
                "http:// 127.0.0.1"
            })
    void refusesWhatIsNoEndpoint(String endpoint) throws IOException {
        Connection connection = with("--credentials", credentials("").toString(), "--endpoint", endpoint);
        CliException refused = assertThrows(CliException.class, connection::client);
        assertEquals("not an endpoint `" + endpoint + "`: it looks like http://127.0.0.1:8620", refused.getMessage());
    }

    @Test
    void saysWhatToDoWithoutCredentials() {
        Path none = folder.resolve("none.json");
        CliException refused = assertThrows(CliException.class, with("--credentials", none.toString())::client);
        assertEquals(
                "no credentials at `" + none + "`: start cordon up, or name them by --credentials",
                refused.getMessage());
    }
}
