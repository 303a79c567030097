package dev.cordon.agent.reconcile;

import dev.cordon.agent.feed.HostViewFeed;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.lower.Binding;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Brings the kernel to the newest host view, from whatever state it is in.
public final class Reconciler {

    private static final Logger LOG = System.getLogger(Reconciler.class.getName());

    private final Kernel kernel;
    private final HostViewFeed feed;
    private final Consumer<Enforced> report;
    private final EnforcementSettings settings;
    private final LiveSessions sessions;
    private final Programming programming;
    private Set<Binding> ports = Set.of();
    private Enforced confirmed = Enforced.NOTHING;

    public Reconciler(
            Kernel kernel,
            HostViewFeed feed,
            Consumer<Enforced> report,
            EnforcementMeter meter,
            EnforcementSettings settings) {
        this.kernel = new MeteredKernel(kernel, meter);
        this.feed = feed;
        this.report = report;
        this.settings = settings;
        this.sessions = new LiveSessions(this.kernel);
        this.programming = new Programming(new OurTables(this.kernel, meter, sessions), settings.rules());
    }

    /// Does one pass: read, compare, apply the difference, end what is no longer allowed, report.
    /// At the first one all sessions are judged, because policy may have changed while no agent was
    /// there; then those that a change may have turned.
    ///
    /// @return whether the kernel had to be changed
    public boolean step() {
        List<Binding> bindings = BoundLinks.of(kernel.links());
        Set<EniId> bound = bindings.stream().map(Binding::eni).collect(Collectors.toUnmodifiableSet());
        Optional<HostView> view = feed.view(bound);
        if (view.isEmpty()) {
            return false;
        }
        boolean changed = programming.program(view.get(), bindings);
        HostView held = programming.held();
        tellPorts(bindings);
        List<Binding> judged = bindings.stream().filter(Binding::isHeld).toList();
        Enforced enforced = new Enforced(held.revision(), judged, programming.refused());
        if (changed || !enforced.equals(confirmed)) {
            confirmed = Enforced.NOTHING;
            tellEnded(held, judge(held, judged));
            confirmed = enforced;
        } else {
            tellEnded(held, sessions.judgeLate());
        }
        report.accept(enforced);
        return changed;
    }

    /// Where sessions are kept, none is ever ended: not even at the first pass, when it cannot be
    /// told by which policy it began.
    private int judge(HostView view, List<Binding> bindings) {
        return switch (settings.change()) {
            case REVALIDATE -> sessions.judge(view, bindings);
            case KEEP_SESSIONS -> 0;
        };
    }

    /// Says once of each link that it cannot be held.
    private void tellPorts(List<Binding> bindings) {
        Set<Binding> now =
                bindings.stream().filter(binding -> !binding.isHeld()).collect(Collectors.toUnmodifiableSet());
        now.stream()
                .filter(port -> !ports.contains(port))
                .forEach(port -> LOG.log(
                        Level.WARNING,
                        "BRIDGE_PORT: link {0} carries {1} and is a port of a bridge, where nothing can be judged:"
                                + " nothing passes it; take it out of the bridge and route to it",
                        port.link(),
                        port.eni()));
        ports = now;
    }

    private static void tellEnded(HostView view, int ended) {
        if (ended > 0) {
            LOG.log(Level.INFO, "revision {0}: ended {1} sessions that are no longer allowed", view.revision(), ended);
        }
    }
}
