package dev.cordon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `cordon up` as a process: what it prints, what it refuses, and how it ends.
class UpCommandTest {

    /// Drops root, if the tests have it; may still read the class path wherever that is.
    private static final List<String> NOBODY = Privileges.isRoot()
            ? List.of(
                    "setpriv",
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups",
                    "--inh-caps=+dac_read_search",
                    "--ambient-caps=+dac_read_search")
            : List.of();

    private static final String ANY_PORT = "127.0.0.1:0";

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void nameFolder() throws IOException {
        data = folder.resolve("data");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String[] up(String listen, String... more) {
        return Stream.concat(Stream.of("up", "--data", data.toString(), "--listen", listen), Stream.of(more))
                .toArray(String[]::new);
    }

    private static String endpoint(Path data) throws IOException {
        return field(data, "endpoint");
    }

    private static String field(Path data, String name) throws IOException {
        return Json.parse(Files.readString(data.resolve("credentials.json")))
                .orElseThrow()
                .path(name)
                .asString();
    }

    @Test
    void saysWhereItAnswersAndThenReady() throws IOException {
        try (CommandProcess up = CommandProcess.start(folder, up(ANY_PORT, "--no-agent"))) {
            up.awaitLine("ready");
            String endpoint = endpoint(data);
            String tlsEndpoint = field(data, "tlsEndpoint");
            up.signal("TERM");
            String printed = """
                    enforcement  off, as --no-agent says
                    endpoint     %s
                    tlsEndpoint  %s
                    region       cn-hangzhou
                    credentials  %s
                    next         point a client at the endpoint, or ask: ./cordon explain --help
                    stop         Ctrl-C or SIGTERM; what is enforced stays, until: ./cordon agent --uninstall
                    ready
                    """.formatted(endpoint, tlsEndpoint, data.resolve("credentials.json"));
            assertEquals(new Ended(143, printed, ""), up.awaitEnd());
        }
    }

    @Test
    void listensAtAnAddressOfIpv6() throws IOException {
        try (CommandProcess up = CommandProcess.start(folder, up("[::1]:0", "--no-agent"))) {
            up.awaitLine("ready");
            assertTrue(endpoint(data).matches("http://\\[::1]:[0-9]+"), endpoint(data));
            String credentials = data.resolve("credentials.json").toString();
            assertEquals(
                    0, Ended.of("show", "state", "--credentials", credentials).exitCode());
        }
    }

    @Test
    void saysTheSameInJson() throws IOException {
        try (CommandProcess up = CommandProcess.start(folder, up(ANY_PORT, "--no-agent", "-o", "json"))) {
            up.awaitLine(Json.print(Json.object()
                    .put("enforcement", "off")
                    .put("reason", "as --no-agent says")
                    .put("endpoint", awaitEndpoint())
                    .put("tlsEndpoint", field(data, "tlsEndpoint"))
                    .put("region", "cn-hangzhou")
                    .put("credentials", data.resolve("credentials.json").toString())
                    .put("ready", true)));
        }
    }

    /// The file is moved into place whole, so that it can be read as soon as it is there.
    private String awaitEndpoint() throws IOException {
        long deadlineNanos = System.nanoTime() + 60_000_000_000L;
        while (Files.notExists(data.resolve("credentials.json"))) {
            assertTrue(System.nanoTime() < deadlineNanos, "no credentials");
            Thread.onSpinWait();
        }
        return endpoint(data);
    }

    @Test
    void withoutRootItRunsWithoutEnforcement() throws IOException {
        Files.createDirectory(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (CommandProcess up = CommandProcess.startWith(NOBODY, folder, up(ANY_PORT))) {
            up.awaitLine("enforcement  off, not root: run as root to enforce");
            up.awaitLine("ready");
        }
    }

    @Test
    void aLabNeedsRoot() {
        Ended demo = ended(CommandProcess.startWith(NOBODY, folder, "demo"));
        demo.saysWhy(ExitCode.COULD_NOT_ASK, "a lab needs root: it makes network namespaces; try sudo");
    }

    private static Ended ended(CommandProcess process) {
        try (process) {
            return process.awaitEnd();
        }
    }

    @Test
    void theDataFolderMayNotBeWritable() throws IOException {
        Files.createDirectory(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
        ended(CommandProcess.startWith(NOBODY, folder, up(ANY_PORT)))
                .saysWhy(
                        ExitCode.COULD_NOT_ASK,
                        "data folder `" + data + "` cannot be used: permission denied at `" + data.resolve("store.lock")
                                + "`");
    }

    @Test
    void theDataFolderMayBeInUse() {
        try (CommandProcess first = CommandProcess.start(folder, up(ANY_PORT, "--no-agent"))) {
            first.awaitLine("ready");
            CommandProcess.run(folder, up(ANY_PORT, "--no-agent"))
                    .saysWhy(
                            ExitCode.COULD_NOT_ASK,
                            "data folder `" + data + "` is in use by process " + first.pid() + ", which holds `"
                                    + data.resolve("store.lock")
                                    + "`: stop that process, or choose another data folder");
        }
    }

    @Test
    void thePortMayBeTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            CommandProcess.run(folder, up(address, "--no-agent"))
                    .saysWhy(
                            ExitCode.COULD_NOT_ASK,
                            "cannot listen at " + address
                                    + ", the port may be taken: choose another with --listen ADDR:PORT");
        }
    }

    @Test
    void damagedCredentialsAreNotReplaced() throws IOException {
        Files.createDirectory(data);
        Path credentials = Files.writeString(data.resolve("credentials.json"), "{}");
        CommandProcess.run(folder, up(ANY_PORT, "--no-agent"))
                .saysWhy(
                        ExitCode.COULD_NOT_ASK,
                        "no `accessKeyId` in `" + credentials + "`; remove the file to have it made anew");
        assertEquals("{}", Files.readString(credentials));
    }
}
