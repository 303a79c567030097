package dev.cordon.conformance.netns.packets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.model.Chance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Random changes of a policy under [WatchedTraffic]: every packet ends as the old or as the new
/// policy says, and as the new one alone once its revision is reported.
final class WatchedChanges {

    private static final int GUEST_COUNT = 4;
    private static final Duration LOOK_INTERVAL = Duration.ofNanos(200_000);

    private WatchedChanges() {}

    /// Makes a number of random changes while each guest sends all the time.
    ///
    /// @param disturb what somebody else does to the host before each change
    static void make(int count, Chance chance, Consumer<TapHost> disturb) {
        try (TapHost host = host();
                RunningAgent agent = new RunningAgent(host)) {
            ChangingPolicy policy = new ChangingPolicy(chance, GUEST_COUNT);
            agent.enforce(policy.state(), GUEST_COUNT);
            List<WatchedTraffic> traffic = IntStream.of(0, 2)
                    .mapToObj(
                            guest -> new WatchedTraffic(agent, host, guest, Chance.seeded(chance.between(0, 1 << 30))))
                    .toList();
            List<Thread> threads = traffic.stream()
                    .map(sends -> Thread.ofPlatform().daemon().start(sends))
                    .toList();
            for (int i = 0; i < count && complaints(traffic).isEmpty(); i++) {
                disturb.accept(host);
                agent.enforce(policy.next(), GUEST_COUNT);
                awaitMore(traffic);
            }
            traffic.forEach(WatchedTraffic::end);
            threads.forEach(WatchedChanges::join);
            traffic.forEach(sends -> System.out.println("no gap, no widening: " + sends));
            assertEquals(List.of(), complaints(traffic));
            assertTrue(traffic.stream().allMatch(WatchedTraffic::isWide));
        }
    }

    private static List<String> complaints(List<WatchedTraffic> traffic) {
        return traffic.stream()
                .flatMap(sends -> sends.complaints().stream())
                .limit(5)
                .toList();
    }

    /// Waits until each sender has met the policy that is in force now.
    private static void awaitMore(List<WatchedTraffic> traffic) {
        for (WatchedTraffic sends : traffic) {
            int before = sends.sent();
            while (sends.sent() < before + 2 && sends.complaints().isEmpty()) {
                LockSupport.parkNanos(LOOK_INTERVAL.toNanos());
            }
        }
    }

    private static TapHost host() {
        TapHost host = new TapHost(GUEST_COUNT);
        host.bindGuests(GUEST_COUNT);
        return host;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
