package dev.cordon.cli.node;

import dev.cordon.agent.deny.DenyLog;
import dev.cordon.agent.kernel.Conntrack;
import dev.cordon.agent.kernel.KernelException;
import dev.cordon.agent.reconcile.Enforced;
import dev.cordon.agent.reconcile.EnforcementMeter;
import dev.cordon.agent.session.SessionDesk;
import dev.cordon.server.EnforcementMetrics;
import dev.cordon.server.EnforcementMetrics.Figures;
import dev.cordon.server.EnforcementMetrics.Sessions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Measures the local agent, and shows it on `/metrics`.
final class AgentMetrics implements EnforcementMeter {

    private static final Logger LOG = System.getLogger(AgentMetrics.class.getName());

    private final EnforcedRevision enforced;
    private final DenyLog denies;
    private final Supplier<Optional<SessionDesk>> desk;
    private final EnforcementMetrics shown = new EnforcementMetrics(this::figures);

    AgentMetrics(EnforcedRevision enforced, DenyLog denies, Supplier<Optional<SessionDesk>> desk) {
        this.enforced = enforced;
        this.denies = denies;
        this.desk = desk;
    }

    EnforcementMetrics shown() {
        return shown;
    }

    @Override
    public void applied(Duration took) {
        shown.applied(took);
    }

    @Override
    public void refused() {
        shown.refused();
    }

    @Override
    public void drifted() {
        shown.drifted();
    }

    private Figures figures() {
        Enforced last = enforced.newest();
        Map<String, Long> byStage = new TreeMap<>();
        denies.packets().forEach((stage, count) -> byStage.put(stage.name(), count));
        return new Figures(
                last.revision().number(),
                last.bindings().size(),
                last.refused().size(),
                desk.get().flatMap(AgentMetrics::sessions),
                byStage,
                denies.lost());
    }

    /// The other figures are there all the same.
    private static Optional<Sessions> sessions(SessionDesk desk) {
        try {
            Conntrack.Fill fill = desk.fill();
            return Optional.of(new Sessions(fill.count(), fill.countMax()));
        } catch (KernelException refused) {
            LOG.log(Level.WARNING, "cannot count sessions: {0}", refused.getMessage());
            return Optional.empty();
        }
    }
}
