package dev.cordon.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.agent.kernel.Sysctl;
import dev.cordon.agent.kernel.TrackedSession;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RequiresRoot
class SessionDeskNetnsTest {

    /// What goes to 127.2.0.1 arrives at 127.2.0.9.
    private static final String TRACKING = """
            table ip tracking {
                chain output {
                    type nat hook output priority -100;
                    ip daddr 127.2.0.1 dnat to 127.2.0.9
                }
            }
            """;

    private final NetworkNamespace namespace = NetworkNamespace.create();
    private final SessionDesk desk = namespace.call(() -> {
        assertThat(new ProcessBuilder("ip", "link", "set", "lo", "up").start().waitFor())
                .isZero();
        try (NftContext nft = NftContext.open()) {
            nft.run(TRACKING);
        }
        Sysctl.write("net/netfilter/nf_conntrack_acct", "1");
        return SessionDesk.open(namespace);
    });

    @AfterEach
    void close() {
        desk.close();
        namespace.close();
    }

    private void send(String from, String to, int count) {
        namespace.call(() -> {
            try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(from))) {
                for (int i = 0; i < count; i++) {
                    socket.send(new DatagramPacket(new byte[100], 100, InetAddress.getByName(to), 20_000 + i));
                }
                return true;
            }
        });
    }

    private SessionList of(String... blocks) {
        return desk.of(Stream.of(blocks).map(CidrBlock::of).toList());
    }

    @Test
    void showsTheSessionsOfAnAddressWithWhatPassed() {
        send("127.0.0.1", "127.1.0.1", 1);
        send("127.0.0.1", "127.1.0.2", 1);
        SessionList sessions = of("127.1.0.1");
        assertThat(sessions.count()).isEqualTo(1);
        TrackedSession session = sessions.sessions().getFirst();
        assertThat(session.entry().source()).isEqualTo(IpAddress.of("127.0.0.1"));
        assertThat(session.state()).isEqualTo(TrackedSession.State.UNREPLIED);
        assertThat(session.timeLeft()).isPositive();
        assertThat(session.traffic().orElseThrow().there()).isEqualTo(new TrackedSession.Count(1, 128));
        assertThat(of("127.0.0.1").count()).isEqualTo(2);
        assertThat(desk.all().count()).isEqualTo(2);
    }

    @Test
    void anAddressBehindTranslationIsFound() {
        send("127.0.0.1", "127.2.0.1", 1);
        SessionList sessions = of("127.2.0.9");
        assertThat(sessions.sessions())
                .extracting(TrackedSession::answerer)
                .isEqualTo(List.of(IpAddress.of("127.2.0.9")));
    }

    /// Those of a prefix, and of more addresses than are asked for one by one.
    @Test
    void blocksAreLookedForInTheWholeTable() {
        send("127.0.0.1", "127.1.0.1", 3);
        send("127.0.0.1", "127.3.0.1", 1);
        assertThat(of("127.1.0.0/16").count()).isEqualTo(3);
        String[] many =
                IntStream.rangeClosed(1, 9).mapToObj(i -> "127.1.0." + i).toArray(String[]::new);
        assertThat(of(many).count()).isEqualTo(3);
    }

    @Test
    void anAnswerIsBounded() {
        send("127.0.0.1", "127.1.0.1", SessionDesk.SESSION_COUNT_MAX + 5);
        SessionList sessions = of("127.1.0.1");
        assertThat(sessions.sessions()).hasSize(SessionDesk.SESSION_COUNT_MAX);
        assertThat(sessions.count()).isEqualTo(SessionDesk.SESSION_COUNT_MAX + 5);
    }
}
