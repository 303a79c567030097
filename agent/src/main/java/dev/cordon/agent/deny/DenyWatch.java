package dev.cordon.agent.deny;

import dev.cordon.agent.deny.DenyBatch.BoundLink;
import dev.cordon.agent.kernel.KernelException;
import dev.cordon.agent.kernel.Link;
import dev.cordon.agent.kernel.Links;
import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.Nflog;
import dev.cordon.agent.reconcile.BoundLinks;
import dev.cordon.nft.text.LogPrefix;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells of what the kernel of a network namespace drops: a thread beside the one that enforces,
/// which does not need it.
public final class DenyWatch implements AutoCloseable {

    /// The longest wait, should nothing be dropped.
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(DenyWatch.class.getName());

    private final Nflog log;
    private final Links links;
    private final DenySink sink;
    private final InstantSource clock;
    private final Thread thread;
    private final Map<Integer, Optional<BoundLink>> bound = new HashMap<>();
    private Instant listed = Instant.MIN;
    private volatile boolean closing;

    private DenyWatch(NetworkNamespace namespace, DenySink sink, InstantSource clock) {
        this.sink = sink;
        this.clock = clock;
        this.log = namespace.call(() -> Nflog.open(LogPrefix.GROUP));
        this.links = namespace.call(Links::open);
        this.thread = namespace.start("denies", this::run);
    }

    /// Starts to tell.
    ///
    /// @throws KernelException if another process reads the packet log of the namespace, or there
    ///     is none
    public static DenyWatch start(NetworkNamespace namespace, DenySink sink, InstantSource clock) {
        return new DenyWatch(namespace, sink, clock);
    }

    private void run() {
        while (!closing) {
            try {
                look();
            } catch (KernelException failure) {
                LOG.log(Level.WARNING, "cannot tell of what is dropped any more: {0}", failure.getMessage());
                return;
            }
        }
    }

    private void look() {
        DenyBatch batch = new DenyBatch(this::carriedBy);
        log.await(LOOK_INTERVAL, batch::add);
        List<Deny> denies = batch.at(clock.instant());
        sink.saw(denies, log.lost());
    }

    /// Links are listed anew at most once in [#LOOK_INTERVAL], when a packet comes by one.
    private Optional<BoundLink> carriedBy(int index) {
        Instant now = clock.instant();
        if (index != 0 && now.isAfter(listed.plus(LOOK_INTERVAL))) {
            listed = now;
            bound.clear();
            for (Link link : links.list()) {
                BoundLinks.of(List.of(link))
                        .forEach(binding ->
                                bound.put(link.index(), Optional.of(new BoundLink(binding.eni(), binding.kind()))));
            }
        }
        return bound.getOrDefault(index, Optional.empty());
    }

    @Override
    public void close() {
        closing = true;
        log.wake();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        log.close();
        links.close();
    }
}
