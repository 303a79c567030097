package dev.cordon.agent.kernel;

import static dev.cordon.agent.kernel.TestNetwork.FAR;
import static dev.cordon.agent.kernel.TestNetwork.FAR_V6;
import static dev.cordon.agent.kernel.TestNetwork.NEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RequiresRoot
class NflogNetnsTest {

    private static final int GROUP = 8620;
    private static final Duration SHORT = Duration.ofMillis(20);

    private final TestNetwork network = TestNetwork.joined();
    private final Nflog log = network.near.call(() -> {
        try (NftContext nft = NftContext.open()) {
            nft.run("""
                    table inet logging {
                        chain output {
                            type filter hook output priority 0;
                            meta l4proto udp log prefix "eni-7 egress DEFAULT_DROP" group 8620 drop
                        }
                    }
                    """);
        }
        return Nflog.open(GROUP);
    });
    private final List<LoggedPacket> packets = new ArrayList<>();

    @AfterEach
    void close() {
        log.close();
        network.close();
    }

    private void sendUdp(String to, int count) {
        network.near.call(() -> {
            try (DatagramSocket socket = new DatagramSocket(4_001)) {
                for (int i = 0; i < count; i++) {
                    send(socket, to);
                }
                return socket;
            }
        });
    }

    /// A packet that is dropped on its way out is an error to its sender.
    private static void send(DatagramSocket socket, String to) throws java.io.IOException {
        try {
            socket.send(new DatagramPacket(new byte[400], 400, InetAddress.getByName(to), 5_353));
        } catch (java.net.SocketException dropped) {
            // as the rule says
        } catch (java.io.IOException dropped) {
            if (!String.valueOf(dropped.getMessage()).contains("not permitted")) {
                throw dropped;
            }
        }
    }

    private void awaitPackets(int count) {
        TestNetwork.until(count + " packets", () -> {
            log.await(SHORT, packets::add);
            return packets.size() >= count;
        });
    }

    @Test
    void handsOverWhatARuleLogs() {
        sendUdp(FAR, 1);
        awaitPackets(1);
        LoggedPacket packet = packets.getFirst();
        assertThat(packet.prefix()).isEqualTo("eni-7 egress DEFAULT_DROP");
        assertThat(packet.packet())
                .isEqualTo(new Glimpse.Whole(Flow.udp(IpAddress.of(NEAR), 4_001, IpAddress.of(FAR), 5_353)));
        assertThat(packet.inLink()).isZero();
        assertThat(packet.outLink()).isPositive();
    }

    @Test
    void readsIpv6() {
        sendUdp(FAR_V6, 1);
        awaitPackets(1);
        assertThat(packets.getFirst().packet())
                .isInstanceOfSatisfying(
                        Glimpse.Whole.class,
                        whole -> assertThat(whole.flow().destination()).isEqualTo(IpAddress.of(FAR_V6)));
    }

    @Test
    void batchesArriveWhole() {
        sendUdp(FAR, 1_000);
        awaitPackets(1_000);
        assertThat(packets).hasSize(1_000);
        assertThat(log.lost()).isZero();
    }

    /// More than the queue of the socket holds.
    @Test
    void whatIsLostIsCounted() {
        int count = 100_000;
        sendUdp(FAR, count);
        log.await(SHORT, packets::add);
        TestNetwork.until("everything that was kept", () -> {
            int before = packets.size();
            log.await(SHORT, packets::add);
            return packets.size() == before;
        });
        sendUdp(FAR, 1);
        awaitPackets(packets.size() + 1);
        assertThat(log.lost()).isPositive();
        assertThat(packets.size() + log.lost()).isEqualTo(count + 1);
    }

    @Test
    void aSecondReaderOfTheGroupIsToldWhy() {
        assertThatThrownBy(() -> network.near.call(() -> Nflog.open(GROUP)))
                .isInstanceOf(KernelException.class)
                .hasMessageStartingWith("cannot read group 8620 of the packet log, which one process");
    }

    @Test
    void aCallEndsTheWait() throws InterruptedException {
        Thread waker = Thread.ofPlatform().start(log::wake);
        log.await(Duration.ofMinutes(1), packets::add);
        waker.join();
        assertThat(packets).isEmpty();
    }
}
