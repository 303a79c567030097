package dev.cordon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.server.EnforcementMetrics.Figures;
import dev.cordon.server.EnforcementMetrics.Sessions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnforcementMetricsTest {

    private static final Figures SOME =
            new Figures(42, 3, 1, Optional.of(new Sessions(7, 262_144)), Map.of("CUSTOM", 5L), 2);

    private static String shown(EnforcementMetrics metrics) {
        return new Metrics(metrics).reply().body();
    }

    @Test
    void whatHoldsIsTold() {
        assertThat(shown(new EnforcementMetrics(() -> SOME)))
                .contains("\ncordon_enforced_revision 42.0\n")
                .contains("\ncordon_bound_links 3.0\n")
                .contains("\ncordon_refused_enis 1.0\n")
                .contains("\ncordon_sessions 7.0\n")
                .contains("\ncordon_sessions_max 262144.0\n")
                .contains("\ncordon_denied_packets_total{stage=\"CUSTOM\"} 5.0\n")
                .contains("\ncordon_denied_packets_lost_total 2.0\n");
    }

    @Test
    void withoutAnAgentThereAreNoSessions() {
        Figures none = new Figures(0, 0, 0, Optional.empty(), Map.of(), 0);
        assertThat(shown(new EnforcementMetrics(() -> none))).doesNotContain("\ncordon_sessions ");
    }

    @Test
    void whatHappensIsCounted() {
        EnforcementMetrics metrics = new EnforcementMetrics(() -> SOME);
        metrics.applied(Duration.ofMillis(3));
        metrics.refused();
        metrics.drifted();
        metrics.drifted();
        assertThat(shown(metrics))
                .contains("cordon_apply_duration_seconds_bucket{le=\"0.0025\"} 0\n")
                .contains("cordon_apply_duration_seconds_bucket{le=\"0.005\"} 1\n")
                .contains("\ncordon_apply_failures_total 1.0\n")
                .contains("\ncordon_drifts_total 2.0\n");
    }
}
