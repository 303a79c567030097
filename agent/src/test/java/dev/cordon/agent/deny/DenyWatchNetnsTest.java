package dev.cordon.agent.deny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.agent.kernel.Glimpse;
import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.text.DropStage;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RequiresRoot
class DenyWatchNetnsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final NetworkNamespace namespace = NetworkNamespace.create();
    private final DenyLog log = new DenyLog();

    @AfterEach
    void close() {
        namespace.close();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
    }

    private void send(int port) {
        namespace.call(() -> {
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.send(new DatagramPacket(new byte[4], 4, InetAddress.getByName("127.0.0.1"), port));
            } catch (IOException dropped) {
                // on its way out, which the kernel tells its sender
            }
            return true;
        });
    }

    /// A rule that names no ENI is of the one whose link it is; what is nobody's is passed over.
    @Test
    void tellsOfDropsWithTheEniOfTheLink() throws InterruptedException {
        namespace.call(() -> {
            run("ip", "link", "set", "lo", "up", "alias", "host:eni-9");
            try (NftContext nft = NftContext.open()) {
                return nft.run("""
                        table inet logging {
                            chain output {
                                type filter hook output priority 0;
                                udp dport 7 log prefix "eni-7 egress CUSTOM sg-a sgr-b" group 8620 drop
                                udp dport 8 log prefix "somebody else's" group 8620 drop
                                udp dport 9 log prefix "- egress INVALID" group 8620 drop
                            }
                        }
                        """);
            }
        });
        try (DenyWatch _ = DenyWatch.start(namespace, log, InstantSource.system())) {
            send(7);
            assertThat(theNext(0).what().eni()).contains(new EniId("eni-7"));
            send(8);
            send(9);
            Deny shared = theNext(1);
            assertThat(shared.what().stage()).isEqualTo(DropStage.INVALID);
            assertThat(shared.what().eni()).contains(new EniId("eni-9"));
            assertThat(shared.packet())
                    .isInstanceOfSatisfying(
                            Glimpse.Whole.class,
                            whole -> assertThat(whole.flow().protocol()).isEqualTo(IpProtocol.UDP));
        }
    }

    private Deny theNext(long after) throws InterruptedException {
        List<DenyLog.Numbered> denies =
                log.after(after, 1, deny -> true, PATIENCE).denies();
        assertThat(denies).hasSize(1);
        return denies.getFirst().deny();
    }
}
