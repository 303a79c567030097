package dev.cordon.conformance.netns.packets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.conformance.differential.Seeds;
import dev.cordon.model.Chance;
import dev.cordon.model.net.CidrBlock;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// *No gap, no widening* where the table is made anew: fails once in some hundred thousand packets.
@RequiresRoot
final class TableMadeAnewNetnsTest {

    private static final int UPDATE_COUNT = 200;
    private static final int GUEST_COUNT = 4;

    /// A base chain that is not ours has the plan delete the table and make it anew.
    private static final String FOREIGN =
            "add chain inet cordon late { type filter hook forward priority 10; policy accept; }";

    private static final Duration LOOK_INTERVAL = Duration.ofNanos(200_000);

    @Test
    void everyPacketEndsAsTheOldOrTheNewPolicySays() {
        Seeds.forEach(1, TableMadeAnewNetnsTest::update);
    }

    private static void update(Chance chance) {
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
            for (int i = 0; i < UPDATE_COUNT && complaints(traffic).isEmpty(); i++) {
                host.nft(FOREIGN);
                agent.enforce(policy.next(), GUEST_COUNT);
                awaitMore(traffic);
            }
            traffic.forEach(WatchedTraffic::end);
            threads.forEach(TableMadeAnewNetnsTest::join);
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
        SortedMap<CidrBlock, String> routes = new TreeMap<>();
        for (int number = 0; number < GUEST_COUNT; number++) {
            String link = "tap" + number;
            routes.put(SmallCloud.v4(number).asBlock(), link);
            routes.put(SmallCloud.v6(number).asBlock(), link);
            host.alias(link, SmallCloud.eni(number).value());
        }
        host.route(routes);
        host.forgetQuickly();
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
