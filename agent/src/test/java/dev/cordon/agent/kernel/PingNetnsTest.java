package dev.cordon.agent.kernel;

import static dev.cordon.agent.kernel.TestNetwork.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.model.net.IpAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RequiresRoot
class PingNetnsTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final TestNetwork network = TestNetwork.joined();

    @AfterEach
    void close() {
        network.close();
    }

    private boolean ping(String to, Duration patience) {
        return network.near.call(() -> Ping.echo(IpAddress.of(to), patience));
    }

    @ParameterizedTest
    @ValueSource(strings = {TestNetwork.FAR, TestNetwork.FAR_V6, TestNetwork.NEAR, "127.0.0.1", "::1"})
    void aReplyComesBack(String to) {
        assertThat(ping(to, LONG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {TestNetwork.FAR, TestNetwork.FAR_V6})
    void aDroppedRequestHasNoReply(String to) {
        run(network.far, "nft add table inet closed");
        run(network.far, "nft add chain inet closed input { type filter hook input priority 0 ; }");
        run(network.far, "nft add rule inet closed input icmp type echo-request drop");
        run(network.far, "nft add rule inet closed input icmpv6 type echo-request drop");
        assertThat(ping(to, SHORT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {TestNetwork.FAR, TestNetwork.FAR_V6})
    void aRequestThatIsDroppedOnItsWayOutHasNoReply(String to) {
        run(network.near, "nft add table inet closed");
        run(network.near, "nft add chain inet closed output { type filter hook output priority 0 ; }");
        run(network.near, "nft add rule inet closed output icmp type echo-request drop");
        run(network.near, "nft add rule inet closed output icmpv6 type echo-request drop");
        assertThat(ping(to, SHORT)).isFalse();
    }

    @Test
    void saysSoIfThereIsNoRoute() {
        assertThatThrownBy(() -> ping("198.51.100.1", LONG))
                .isInstanceOf(KernelException.class)
                .hasMessage("connect: ENETUNREACH, no route");
    }

    /// Every raw socket of a namespace sees the replies to all of them.
    @Test
    void takesNoReplyThatIsForAnother() throws Exception {
        run(network.far, "ip address add 192.0.2.3/24 dev far0");
        run(network.far, "nft add table inet closed");
        run(network.far, "nft add chain inet closed input { type filter hook input priority 0 ; }");
        run(network.far, "nft add rule inet closed input ip daddr 192.0.2.3 drop");
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> pings = IntStream.range(0, 64)
                    .<Callable<Boolean>>mapToObj(
                            i -> () -> i % 2 == 0 ? ping(TestNetwork.FAR, LONG) : ping("192.0.2.3", SHORT))
                    .toList();
            List<Boolean> answered =
                    threads.invokeAll(pings).stream().map(Future::resultNow).toList();
            assertThat(answered)
                    .isEqualTo(IntStream.range(0, 64).mapToObj(i -> i % 2 == 0).toList());
        }
    }
}
