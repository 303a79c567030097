package dev.cordon.agent.kernel;

import static dev.cordon.agent.kernel.TestNetwork.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.agent.kernel.KernelWatch.Event;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresRoot
class KernelWatchNetnsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final NetworkNamespace namespace = NetworkNamespace.create();
    private final KernelWatch watch = namespace.call(KernelWatch::open);

    @AfterEach
    void close() {
        watch.close();
        namespace.close();
    }

    private static void nft(NetworkNamespace namespace, String commands) {
        namespace.call(() -> {
            try (NftContext nft = NftContext.open()) {
                return nft.run(commands);
            }
        });
    }

    @Test
    void saysNothingWhileNothingHappens() {
        assertThat(watch.await(SHORT)).isEmpty();
        assertThat(watch.await(Duration.ZERO)).isEmpty();
    }

    @Test
    void wakesOnANewLink() {
        run(namespace, "ip link add dev tap1 type veth peer name peer");
        assertThat(watch.await(PATIENCE)).isEqualTo(Set.of(Event.LINKS));
        assertThat(watch.await(SHORT)).isEmpty();
    }

    @Test
    void wakesOnAnAliasOfALinkThatIsUp() {
        run(namespace, "ip link add dev tap1 type veth peer name peer");
        run(namespace, "ip link set dev tap1 up");
        watch.await(PATIENCE);
        run(namespace, "ip link set dev tap1 alias eni-1");
        assertThat(watch.await(PATIENCE)).isEqualTo(Set.of(Event.LINKS));
    }

    /// The kernel announces no alias of a link that is down; before a packet can pass, the link
    /// comes up.
    @Test
    void hearsOfAnAliasOfALinkThatWasDownWhenItComesUp() {
        run(namespace, "ip link add dev tap1 type veth peer name peer");
        run(namespace, "ip link set dev tap1 alias eni-1");
        watch.await(PATIENCE);
        run(namespace, "ip link set dev tap1 up");
        assertThat(watch.await(PATIENCE)).isEqualTo(Set.of(Event.LINKS));
    }

    @Test
    void wakesOnALinkThatGoes() {
        run(namespace, "ip link add dev tap1 type veth peer name peer");
        watch.await(PATIENCE);
        run(namespace, "ip link delete dev tap1");
        assertThat(watch.await(PATIENCE)).isEqualTo(Set.of(Event.LINKS));
    }

    @Test
    void wakesOnARuleset() {
        nft(namespace, "add table inet cordon");
        assertThat(watch.await(PATIENCE)).isEqualTo(Set.of(Event.RULESET));
    }

    @Test
    void wakesOnACallWhileItWaits() throws InterruptedException {
        Thread waker = Thread.ofPlatform().start(watch::wake);
        assertThat(watch.await(PATIENCE)).isEqualTo(Set.of(Event.WOKEN));
        waker.join();
        assertThat(watch.await(SHORT)).isEmpty();
    }

    @Test
    void manyCallsAreOne() {
        watch.wake();
        watch.wake();
        assertThat(watch.await(PATIENCE)).isEqualTo(Set.of(Event.WOKEN));
        assertThat(watch.await(SHORT)).isEmpty();
    }

    @Test
    void namesEverythingThatHappened() {
        run(namespace, "ip link add dev tap1 type veth peer name peer");
        nft(namespace, "add table inet cordon");
        watch.wake();
        assertThat(watch.await(PATIENCE)).isEqualTo(Set.of(Event.LINKS, Event.RULESET, Event.WOKEN));
    }

    @Test
    void waitsForAsLongAsADurationCanSay() throws InterruptedException {
        Thread waker = Thread.ofPlatform().start(watch::wake);
        assertThat(watch.await(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Set.of(Event.WOKEN));
        waker.join();
    }

    /// A descriptor's number is used again at once; a late call must not write into another file.
    @Test
    void aCallAfterTheEndTouchesNoOtherFile(@TempDir Path folder) throws Exception {
        KernelWatch ended = namespace.call(KernelWatch::open);
        ended.close();
        ended.close();
        Path file = folder.resolve("innocent");
        // three files, for the three descriptors of a watch
        List<OutputStream> files =
                List.of(Files.newOutputStream(file), Files.newOutputStream(file), Files.newOutputStream(file));
        ended.wake();
        for (OutputStream opened : files) {
            opened.close();
        }
        assertThat(Files.size(file)).isZero();
    }
}
