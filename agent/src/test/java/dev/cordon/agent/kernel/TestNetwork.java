package dev.cordon.agent.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Two namespaces joined by a veth pair: `near` has 192.0.2.1 and 2001:db8::1, `far` .2 and ::2.
final class TestNetwork implements AutoCloseable {

    static final String NEAR = "192.0.2.1";
    static final String FAR = "192.0.2.2";
    static final String FAR_V6 = "2001:db8::2";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final NetworkNamespace near = NetworkNamespace.create();
    final NetworkNamespace far = NetworkNamespace.create();

    static TestNetwork joined() {
        TestNetwork network = new TestNetwork();
        run(network.near, "ip link add near0 type veth peer name far0 netns " + network.far.path());
        up(network.near, "near0", NEAR, "2001:db8::1");
        up(network.far, "far0", FAR, FAR_V6);
        return network;
    }

    private static void up(NetworkNamespace namespace, String link, String v4, String v6) {
        run(namespace, "ip link set lo up");
        run(namespace, "ip address add " + v4 + "/24 dev " + link);
        run(namespace, "ip address add " + v6 + "/64 dev " + link + " nodad");
        run(namespace, "ip link set " + link + " up");
    }

    static String run(NetworkNamespace namespace, String command) {
        return namespace.call(() -> runHere(command));
    }

    static String runHere(String command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command.split(" ")).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("`" + command + "` failed: " + printed);
        }
        return printed;
    }

    /// Waits for a condition with a deadline.
    static void until(String what, BooleanSupplier condition) {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadlineNanos) {
                throw new AssertionError("not in time: " + what);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        far.close();
        near.close();
    }
}
