package dev.cordon.agent.kernel;

import static dev.cordon.agent.kernel.TestNetwork.FAR;
import static dev.cordon.agent.kernel.TestNetwork.FAR_V6;
import static dev.cordon.agent.kernel.TestNetwork.NEAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.agent.kernel.ConntrackEntry.Layer4;
import dev.cordon.agent.kernel.ConntrackFilter.Place;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RequiresRoot
class ConntrackNetnsTest {

    private static final String TRACKING = """
            table inet tracking {
                chain output {
                    type filter hook output priority 0;
                    ct state new accept
                }
            }
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TestNetwork network = TestNetwork.joined();
    private final Conntrack conntrack = network.near.call(() -> {
        try (NftContext nft = NftContext.open()) {
            nft.run(TRACKING);
        }
        return Conntrack.open();
    });

    @BeforeEach
    void startEmpty() {
        assertThat(list(IpProtocol.UDP)).isEmpty();
    }

    @AfterEach
    void close() {
        conntrack.close();
        network.close();
    }

    private List<ConntrackEntry> list(IpProtocol protocol) {
        return conntrack.list(entry -> entry.protocol().equals(protocol));
    }

    private void sendUdp(int from, String to, int port) {
        network.near.call(() -> {
            try (DatagramSocket socket = new DatagramSocket(from)) {
                socket.send(new DatagramPacket(new byte[4], 4, InetAddress.getByName(to), port));
                return socket;
            }
        });
    }

    private boolean ping(String to) {
        return network.near.call(() -> Ping.echo(IpAddress.of(to), PATIENCE));
    }

    private ConntrackEntry theOnly(IpProtocol protocol) {
        List<ConntrackEntry> entries = list(protocol);
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    @Test
    void readsAUdpFlow() {
        sendUdp(4_001, FAR, 5_353);
        ConntrackEntry entry = theOnly(IpProtocol.UDP);
        assertThat(entry)
                .isEqualTo(new ConntrackEntry(
                        IpAddress.of(NEAR),
                        IpAddress.of(FAR),
                        IpProtocol.UDP,
                        new Layer4.Ports(4_001, 5_353),
                        Mark.NONE,
                        0,
                        entry.id()));
        assertThat(entry.id()).isNotZero();
    }

    @Test
    void deletesAUdpFlowAndNoOther() {
        sendUdp(4_001, FAR, 5_353);
        sendUdp(4_002, FAR, 5_353);
        ConntrackEntry first = conntrack
                .list(entry -> entry.layer4().equals(new Layer4.Ports(4_001, 5_353)))
                .getFirst();
        assertThat(conntrack.delete(first)).isTrue();
        assertThat(theOnly(IpProtocol.UDP).layer4()).isEqualTo(new Layer4.Ports(4_002, 5_353));
    }

    @Test
    void deletesAUdpFlowOverIpv6() {
        sendUdp(4_003, FAR_V6, 5_354);
        ConntrackEntry entry = theOnly(IpProtocol.UDP);
        assertThat(entry.destination()).isEqualTo(IpAddress.of(FAR_V6));
        assertThat(conntrack.delete(entry)).isTrue();
        assertThat(list(IpProtocol.UDP)).isEmpty();
    }

    @Test
    void deletesAnIcmpEntry() {
        assertThat(ping(FAR)).isTrue();
        ConntrackEntry entry = theOnly(IpProtocol.ICMP);
        assertThat(entry.layer4())
                .isInstanceOfSatisfying(
                        Layer4.Icmp.class,
                        icmp -> assertThat(List.of(icmp.type(), icmp.code())).isEqualTo(List.of(8, 0)));
        assertThat(conntrack.delete(entry)).isTrue();
        assertThat(list(IpProtocol.ICMP)).isEmpty();
    }

    @Test
    void deletesAnIcmpv6Entry() {
        assertThat(ping(FAR_V6)).isTrue();
        ConntrackEntry entry = conntrack
                .list(one -> one.layer4() instanceof Layer4.Icmp icmp && icmp.type() == 128)
                .getFirst();
        assertThat(conntrack.delete(entry)).isTrue();
        assertThat(conntrack.list(entry::equals)).isEmpty();
    }

    @Test
    void deletingTwiceIsNoError() {
        sendUdp(4_001, FAR, 5_353);
        ConntrackEntry entry = theOnly(IpProtocol.UDP);
        assertThat(conntrack.delete(entry)).isTrue();
        assertThat(conntrack.delete(entry)).isFalse();
    }

    @Test
    void leavesANewerEntryWithTheSameTuple() {
        sendUdp(4_001, FAR, 5_353);
        ConntrackEntry older = theOnly(IpProtocol.UDP);
        conntrack.delete(older);
        ConntrackEntry newer;
        do {
            // the id is a hash over the entry's place in memory, which may be used again at once
            list(IpProtocol.UDP).forEach(conntrack::delete);
            sendUdp(4_001, FAR, 5_353);
            newer = theOnly(IpProtocol.UDP);
        } while (newer.id() == older.id());
        assertThat(conntrack.delete(older)).isFalse();
        assertThat(theOnly(IpProtocol.UDP)).isEqualTo(newer);
    }

    @Test
    void tellsHowFullTheTableIs() {
        sendUdp(4_001, FAR, 5_353);
        sendUdp(4_002, FAR, 5_353);
        assertThat(conntrack.fill().count())
                .isEqualTo(conntrack.list(entry -> true).size());
        assertThat(conntrack.fill().countMax()).isGreaterThan(2);
    }

    @Test
    void theKernelFindsTheSessionsOfAnAddress() {
        sendUdp(4_001, FAR, 5_353);
        sendUdp(4_002, FAR_V6, 5_354);
        assertThat(found(Place.ORIGINAL_SOURCE, NEAR)).isEqualTo(List.of(5_353));
        assertThat(found(Place.ORIGINAL_DESTINATION, FAR)).isEqualTo(List.of(5_353));
        assertThat(found(Place.REPLY_SOURCE, FAR)).isEqualTo(List.of(5_353));
        assertThat(found(Place.ORIGINAL_SOURCE, FAR)).isEmpty();
        assertThat(found(Place.ORIGINAL_DESTINATION, "192.0.2.3")).isEmpty();
    }

    /// Asked for an IPv6 address, the kernel would hand over all but its sessions.
    @Test
    void ofIpv6AllSessionsAreRead() {
        sendUdp(4_001, FAR, 5_353);
        sendUdp(4_002, FAR_V6, 5_354);
        assertThat(found(Place.ORIGINAL_DESTINATION, FAR_V6)).isEqualTo(List.of(5_354));
        assertThat(found(Place.ORIGINAL_SOURCE, FAR_V6)).isEqualTo(List.of(5_354));
    }

    private List<Integer> found(Place place, String address) {
        return conntrack
                .list(
                        Set.of(new ConntrackFilter(place, IpAddress.of(address))),
                        entry -> entry.protocol().equals(IpProtocol.UDP))
                .stream()
                .map(entry -> ((Layer4.Ports) entry.layer4()).destination())
                .toList();
    }

    /// More than one buffer full, so that the dump comes in many parts.
    @Test
    void listsThousandsOfEntries() {
        int count = 5_000;
        network.near.call(() -> {
            try (DatagramSocket socket = new DatagramSocket(4_001)) {
                for (int i = 0; i < count; i++) {
                    socket.send(new DatagramPacket(new byte[4], 4, InetAddress.getByName(FAR), 10_000 + i));
                }
                return socket;
            }
        });
        assertThat(list(IpProtocol.UDP).stream().map(ConntrackEntry::layer4).distinct())
                .hasSize(count);
    }
}
