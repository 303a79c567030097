package dev.cordon.conformance.netns.packets;

import dev.cordon.agent.feed.HostViewFeed;
import dev.cordon.agent.reconcile.Agent;
import dev.cordon.agent.reconcile.Enforced;
import dev.cordon.agent.reconcile.EnforcementMeter;
import dev.cordon.agent.reconcile.Reconciler;
import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.nft.lower.KeptPort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/// An agent that enforces one state after another: the first one published is revision 1.
final class RunningAgent implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);
    private static final Logger LOG = Logger.getLogger(Reconciler.class.getName());

    private final List<PolicyState> states = new CopyOnWriteArrayList<>();
    private final Agent agent;
    private volatile Runnable wake = () -> {};
    private volatile Enforced enforced = Enforced.NOTHING;
    private volatile Optional<RuntimeException> end = Optional.empty();
    private final Semaphore news = new Semaphore(0);

    private final class Feed implements HostViewFeed {
        @Override
        public Optional<HostView> view(Set<EniId> bound) {
            int newest = states.size();
            return newest == 0
                    ? Optional.empty()
                    : Optional.of(Compiler.view(Profile.ALIYUN_DEFAULT, state(newest), new Revision(newest), bound));
        }

        @Override
        public void whenNewer(Runnable callback) {
            wake = callback;
        }
    }

    RunningAgent(TapHost host, KeptPort... kept) {
        // a thousand times what it has ended is nothing to read
        LOG.setLevel(Level.WARNING);
        this.agent = Agent.start(
                host.namespace(), new Feed(), this::report, this::end, EnforcementMeter.NONE, List.of(kept));
    }

    private void report(Enforced report) {
        enforced = report;
        news.release();
    }

    private void end(RuntimeException failure) {
        end = Optional.of(failure);
        news.release();
    }

    void publish(PolicyState state) {
        states.add(state);
        wake.run();
    }

    /// Publishes a state, and waits until the agent has reported it for as many links as there are.
    void enforce(PolicyState state, int linkCount) {
        publish(state);
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while (enforced() < published() || enforced.bindings().size() < linkCount) {
            end.ifPresent(failure -> {
                throw failure;
            });
            if (System.nanoTime() > deadlineNanos) {
                throw new AssertionError("revision " + published() + " is not enforced");
            }
            awaitNews();
        }
    }

    private void awaitNews() {
        try {
            if (news.tryAcquire(LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns the newest revision that is published.
    int published() {
        return states.size();
    }

    /// Returns the newest revision that is reported as enforced.
    int enforced() {
        return (int) enforced.revision().number();
    }

    PolicyState state(int revision) {
        return states.get(revision - 1);
    }

    @Override
    public void close() {
        agent.close();
        LOG.setLevel(null);
    }
}
