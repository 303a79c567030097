package dev.cordon.agent.kernel;

import static dev.cordon.agent.kernel.TestNetwork.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@RequiresRoot
class NetworkNamespaceNetnsTest {

    private static final Path OF_THREAD = Path.of("/proc/thread-self/ns/net");
    private static final int PATIENCE_MILLIS = 10_000;

    private static String idHere() throws IOException {
        return Files.readSymbolicLink(OF_THREAD).toString();
    }

    @Test
    void eachIsNewAndTheCallerStaysInItsOwn() throws IOException {
        String before = idHere();
        try (NetworkNamespace one = NetworkNamespace.create();
                NetworkNamespace other = NetworkNamespace.create()) {
            assertThat(List.of(
                            one.call(NetworkNamespaceNetnsTest::idHere), other.call(NetworkNamespaceNetnsTest::idHere)))
                    .doesNotHaveDuplicates()
                    .doesNotContain(before);
        }
        assertThat(idHere()).isEqualTo(before);
    }

    @Test
    void currentIsThatOfTheThread() {
        try (NetworkNamespace namespace = NetworkNamespace.create();
                NetworkNamespace same = namespace.call(NetworkNamespace::current)) {
            assertThat(same.call(NetworkNamespaceNetnsTest::idHere))
                    .isEqualTo(namespace.call(NetworkNamespaceNetnsTest::idHere));
        }
    }

    @Test
    void childrenAreInIt() {
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            run(namespace, "ip link add dev only-here type veth peer name peer");
            assertThat(run(namespace, "ip -brief link")).contains("only-here");
        }
    }

    @Test
    void otherProcessesEnterItByItsPath() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            run(namespace, "ip link add dev only-here type veth peer name peer");
            assertThat(TestNetwork.runHere("nsenter --net=" + namespace.path() + " ip -brief link"))
                    .contains("only-here");
        }
    }

    @Test
    void startedThreadsStayInIt() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            CompletableFuture<String> id = new CompletableFuture<>();
            Thread thread = namespace.start("resident", () -> id.complete(namespaceHere()));
            thread.join();
            assertThat(id.join()).isEqualTo(namespace.call(NetworkNamespaceNetnsTest::idHere));
            assertThat(thread.getName()).isEqualTo("resident");
        }
    }

    private static String namespaceHere() {
        try {
            return idHere();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void uncheckedFailuresComeOutAsTheyAre() {
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> namespace.call(() -> {
                        throw new IllegalArgumentException("as it is");
                    }))
                    .withMessage("as it is");
        }
    }

    @Test
    void checkedFailuresComeOutAsTheCause() {
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            assertThatThrownBy(() -> namespace.call(() -> {
                        throw new IOException("broken");
                    }))
                    .isInstanceOf(KernelException.class)
                    .hasCauseInstanceOf(IOException.class)
                    .hasMessage("broken");
        }
    }

    @Test
    void tcpConnectsBetweenTwo() {
        try (TestNetwork network = TestNetwork.joined()) {
            ServerSocket server = network.far.call(() -> new ServerSocket(8_443));
            int received = network.near.call(() -> {
                try (server;
                        Socket client = new Socket()) {
                    client.connect(new InetSocketAddress(TestNetwork.FAR, 8_443), PATIENCE_MILLIS);
                    try (Socket accepted = server.accept()) {
                        accepted.getOutputStream().write(17);
                        return client.getInputStream().read();
                    }
                }
            });
            assertThat(received).isEqualTo(17);
        }
    }

    @Test
    void udpPassesBetweenTwo() {
        try (TestNetwork network = TestNetwork.joined()) {
            DatagramSocket server = network.far.call(() -> new DatagramSocket(5_353));
            byte[] received = network.near.call(() -> {
                try (server;
                        DatagramSocket client = new DatagramSocket()) {
                    server.setSoTimeout(PATIENCE_MILLIS);
                    client.send(new DatagramPacket(new byte[] {23}, 1, new InetSocketAddress(TestNetwork.FAR, 5_353)));
                    DatagramPacket packet = new DatagramPacket(new byte[1], 1);
                    server.receive(packet);
                    return packet.getData();
                }
            });
            assertThat(received).isEqualTo(new byte[] {23});
        }
    }

    @Test
    void goesWithItsDescriptorAndTakesItsLinksAlong() {
        NetworkNamespace near = NetworkNamespace.create();
        NetworkNamespace far = NetworkNamespace.create();
        run(near, "ip link add near0 type veth peer name far0 netns " + far.path());
        far.close();
        TestNetwork.until(
                "the far end of the pair is gone",
                () -> !run(near, "ip -brief link").contains("near0"));
        near.close();
    }

    @Test
    void isRefusedOnceClosed() {
        NetworkNamespace namespace = NetworkNamespace.create();
        namespace.close();
        // takes the number of the descriptor that was closed
        try (NetworkNamespace other = NetworkNamespace.create()) {
            assertThatIllegalStateException().isThrownBy(() -> namespace.call(NetworkNamespaceNetnsTest::idHere));
            assertThatIllegalStateException().isThrownBy(namespace::path);
            namespace.close();
            assertThat(other.call(NetworkNamespaceNetnsTest::idHere)).startsWith("net:");
        }
    }

    /// Nothing is left of a process that is killed: no namespace, and so no link and no table.
    @Test
    void vanishesWithAProcessThatIsKilled() throws Exception {
        try (NetworkNamespace here = NetworkNamespace.create()) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process child = here.call(() -> new ProcessBuilder(
                            java,
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            NamespaceHolder.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
            try (var out = child.inputReader()) {
                assertThat(out.readLine()).isEqualTo("ready");
                assertThat(run(here, "ip -brief link")).contains("held0");
            } finally {
                child.destroyForcibly().waitFor();
            }
            TestNetwork.until(
                    "the link into the lost namespace is gone",
                    () -> !run(here, "ip -brief link").contains("held0"));
        }
    }
}
