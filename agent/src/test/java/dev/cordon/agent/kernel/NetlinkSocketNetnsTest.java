package dev.cordon.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@RequiresRoot
class NetlinkSocketNetnsTest {

    private static final int GET_LINK = 18;
    private static final int SMALL_QUEUE_BYTES = 4_096;

    private static NetlinkRequest dumpOfLinks() {
        return new NetlinkRequest(GET_LINK, NetlinkRequest.DUMP).zeros(Links.HEADER_BYTES);
    }

    private static int ready(NetlinkSocket socket, Duration timeout) {
        return Libc.pollReadable(timeout, socket.descriptor());
    }

    @Test
    void lostMessagesAreAChangeLikeAnyOther() {
        try (NetworkNamespace namespace = NetworkNamespace.create();
                NetlinkSocket socket = smallListener(namespace);
                NetlinkSocket witness = smallListener(namespace)) {
            for (int i = 0; i < 20; i++) {
                TestNetwork.run(namespace, "ip link add dev t" + i + " type veth peer name p" + i);
            }
            assertThat(Libc.receive(witness.descriptor(), Arena.ofAuto().allocate(1 << 16), 0))
                    .isEqualTo(-Errno.ENOBUFS);
            assertThat(ready(socket, Duration.ofSeconds(20))).isEqualTo(1);
            socket.drain();
            assertThat(ready(socket, Duration.ZERO)).isZero();
            TestNetwork.run(namespace, "ip link delete dev t7");
            assertThat(ready(socket, Duration.ofSeconds(20))).isEqualTo(1);
        }
    }

    private static NetlinkSocket smallListener(NetworkNamespace namespace) {
        NetlinkSocket socket = namespace.call(() -> NetlinkSocket.open(NetlinkSocket.ROUTE, SMALL_QUEUE_BYTES));
        socket.join(Links.GROUP);
        return socket;
    }

    @Test
    void answersOneRequestAfterAnother() {
        try (NetworkNamespace namespace = NetworkNamespace.create();
                NetlinkSocket socket = namespace.call(() -> NetlinkSocket.open(NetlinkSocket.ROUTE))) {
            List<Integer> first = new ArrayList<>();
            List<Integer> second = new ArrayList<>();
            assertThat(socket.request(dumpOfLinks(), message -> first.add(message.type())))
                    .isTrue();
            assertThat(socket.request(dumpOfLinks(), message -> second.add(message.type())))
                    .isTrue();
            assertThat(first).isNotEmpty().isEqualTo(second);
        }
    }

    @Test
    void isRefusedOnceClosed() {
        NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.ROUTE);
        socket.close();
        socket.close();
        assertThatIllegalStateException().isThrownBy(socket::drain);
    }
}
