package dev.cordon.agent.reconcile;

import dev.cordon.agent.feed.HostViewFeed;
import dev.cordon.agent.kernel.KernelException;
import dev.cordon.agent.kernel.KernelWatch;
import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.nft.lower.KeptPort;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/// Enforces host views on one host: a thread that reconciles whenever something may have changed.
///
/// Its end, however it comes, leaves the kernel as it is: what is enforced stays enforced.
public final class Agent implements AutoCloseable {

    /// The longest time between two looks, should an event be missed.
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);

    private static final Duration RETRY_DELAY = Duration.ofMillis(200);

    /// Passes that may fail in a row before the agent gives up, loudly.
    private static final int FAILURES_MAX = 25;

    private static final Logger LOG = System.getLogger(Agent.class.getName());

    private final HostViewFeed feed;
    private final Consumer<Enforced> report;
    private final Consumer<RuntimeException> end;
    private final EnforcementMeter meter;
    private final List<KeptPort> kept;
    private final CompletableFuture<KernelWatch> watch = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean closing;

    private Agent(
            NetworkNamespace namespace,
            HostViewFeed feed,
            Consumer<Enforced> report,
            Consumer<RuntimeException> end,
            EnforcementMeter meter,
            Collection<KeptPort> kept) {
        this.kept = List.copyOf(kept);
        this.feed = feed;
        this.report = report;
        this.end = end;
        this.meter = meter;
        this.thread = namespace.start("agent", this::run);
    }

    /// Starts an agent that nobody measures, and that keeps no port open.
    public static Agent start(
            NetworkNamespace namespace, HostViewFeed feed, Consumer<Enforced> report, Consumer<RuntimeException> end) {
        return start(namespace, feed, report, end, EnforcementMeter.NONE, List.of());
    }

    /// Starts an agent for the links of a network namespace.
    ///
    /// @param report told of every pass that has succeeded
    /// @param end told why the agent cannot go on, if it comes to that
    /// @param meter told of each transaction
    /// @param kept what stays open at the machine's own links
    /// @throws KernelException if the kernel cannot be reached, with what to do about it
    public static Agent start(
            NetworkNamespace namespace,
            HostViewFeed feed,
            Consumer<Enforced> report,
            Consumer<RuntimeException> end,
            EnforcementMeter meter,
            Collection<KeptPort> kept) {
        Agent agent = new Agent(namespace, feed, report, end, meter, kept);
        try {
            KernelWatch opened = agent.watch.join();
            feed.whenNewer(opened::wake);
            return agent;
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof KernelException refused ? refused : failure;
        }
    }

    private void run() {
        try (LinuxKernel kernel = LinuxKernel.open();
                KernelWatch opened = KernelWatch.open()) {
            watch.complete(opened);
            loop(new Reconciler(kernel, feed, report, meter, kept), opened);
        } catch (RuntimeException failure) {
            watch.completeExceptionally(failure);
            end.accept(failure);
        }
    }

    private void loop(Reconciler reconciler, KernelWatch events) {
        int failures = 0;
        while (!closing) {
            try {
                reconciler.step();
                failures = 0;
                events.await(LOOK_INTERVAL);
            } catch (KernelException failure) {
                failures++;
                if (failures > FAILURES_MAX) {
                    throw failure;
                }
                LOG.log(Level.WARNING, "could not enforce, attempt {0}: {1}", failures, failure.getMessage());
                events.await(RETRY_DELAY);
            }
        }
    }

    /// Stops looking; the kernel stays as it is.
    @Override
    public void close() {
        closing = true;
        watch.join().wake();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
