package dev.cordon.cli.bench.api;

import dev.cordon.cli.CliException;
import dev.cordon.cli.bench.Latencies;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// Clients that call one action again and again, each on a connection of its own.
///
/// @param warmUp how long calls are not counted
/// @param counted how long they are
public record ApiLoad(ApiServer server, int clientCount, Duration warmUp, Duration counted) {

    /// What is called.
    ///
    /// @param query the parameters of the call of a number; no number comes twice
    record Calls(String action, Query query) {}

    /// Encoded parameters, in the order of their names.
    interface Query {
        String of(long number);
    }

    /// @param took of each call that was begun and answered while calls were counted
    public record Result(Latencies took, double callsPerSecond) {}

    /// Runs the load.
    ///
    /// @throws CliException if a call is answered by an error
    Result run(Calls calls) throws InterruptedException {
        AtomicLong numbers = new AtomicLong();
        long startNanos = System.nanoTime() + warmUp.toNanos();
        long endNanos = startNanos + counted.toNanos();
        List<Callable<List<Duration>>> clients = new ArrayList<>();
        for (int i = 0; i < clientCount; i++) {
            clients.add(() -> client(calls, numbers, startNanos, endNanos));
        }
        List<Duration> took = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clientCount)) {
            for (Future<List<Duration>> client : threads.invokeAll(clients)) {
                took.addAll(client.get());
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof CliException known
                    ? known
                    : new IllegalStateException(failure.getCause());
        }
        return new Result(new Latencies(took), took.size() / (counted.toNanos() / 1e9));
    }

    private List<Duration> client(Calls calls, AtomicLong numbers, long startNanos, long endNanos) throws IOException {
        List<Duration> took = new ArrayList<>();
        try (LoadClient client = LoadClient.connect(server)) {
            for (long begun = System.nanoTime(); begun < endNanos; begun = System.nanoTime()) {
                client.call(calls.action(), calls.query().of(numbers.getAndIncrement()));
                long ended = System.nanoTime();
                if (begun >= startNanos && ended <= endNanos) {
                    took.add(Duration.ofNanos(ended - begun));
                }
            }
        }
        return took;
    }
}
