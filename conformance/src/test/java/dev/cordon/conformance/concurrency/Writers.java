package dev.cordon.conformance.concurrency;

import dev.cordon.cli.CliException;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.model.Chance;
import dev.cordon.store.HistoryLimit;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Clients that write at the same time.
record Writers(List<RandomClient> clients) {

    /// What the store keeps of its history has to reach back to the first write.
    private static final int CALL_COUNT_MAX = HistoryLimit.HISTORY_REVISIONS_MAX - 1_000;

    /// Makes clients that share what sends, which has a connection for each of them.
    static Writers of(int count, NodeProcess node, Chance chance) {
        CordonClient client = node.client();
        Known known = Known.make(client);
        return new Writers(IntStream.range(0, count)
                .mapToObj(number -> new RandomClient(
                        client,
                        known,
                        Chance.seeded(chance.between(0, Integer.MAX_VALUE - 1)),
                        "client" + number + "-"))
                .toList());
    }

    /// Lets all write. The first that finds the time to be up kills the node, while the others go
    /// on until nobody answers.
    void writeUntilKilled(NodeProcess node, Duration time) {
        Run run = new Run(node, System.nanoTime() + time.toNanos(), new AtomicInteger(), new AtomicBoolean());
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            clients.stream()
                    .map(client -> CompletableFuture.runAsync(() -> run.write(client), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private record Run(NodeProcess node, long endNanos, AtomicInteger callCount, AtomicBoolean isKilled) {

        void write(RandomClient client) {
            try {
                while (!isOver() || !isKilled.compareAndSet(false, true)) {
                    client.step();
                }
                node.kill();
            } catch (CliException ended) {
                if (!isKilled.get() || !ended.getMessage().startsWith("cannot reach")) {
                    throw ended;
                }
            }
        }

        private boolean isOver() {
            return System.nanoTime() > endNanos || callCount.incrementAndGet() > CALL_COUNT_MAX;
        }
    }

    void settle(CordonClient restarted) {
        clients.forEach(client -> client.settle(restarted));
    }

    List<Answered> answered() {
        return clients.stream().flatMap(client -> client.answered().stream()).toList();
    }

    /// Says how often what was answered, and how long the slowest answer took.
    String report() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        answered().forEach(write -> counts.merge(write.call().act().action(), 1, Integer::sum));
        clients.forEach(client -> client.refusals().forEach((code, count) -> counts.merge(code, count, Integer::sum)));
        Duration longest = clients.stream()
                .map(RandomClient::longestWait)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return counts + ", the slowest in " + longest.toMillis() + " ms";
    }
}
