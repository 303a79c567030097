package dev.cordon.server;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What `/metrics` tells of the local agent. May be used by any thread.
public final class EnforcementMetrics {

    private final Supplier<Figures> figures;

    private final Histogram applying = Histogram.builder()
            .name("cordon_apply_duration_seconds")
            .help("Time that one transaction of the kernel took.")
            .classicOnly()
            .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)
            .build();

    private final Counter failures = Counter.builder()
            .name("cordon_apply_failures_total")
            .help("Transactions that the kernel refused.")
            .build();

    private final Counter drifts = Counter.builder()
            .name("cordon_drifts_total")
            .help("Times that somebody else had changed our table, and it was put back.")
            .build();

    /// @param figures what holds now, asked at each scrape
    public EnforcementMetrics(Supplier<Figures> figures) {
        this.figures = figures;
    }

    /// What holds at one moment.
    ///
    /// @param revision that the agent has confirmed last, 0 for none
    /// @param boundLinks links that carry an ENI and are held to it
    /// @param refusedEnis ENIs that are closed because the kernel refuses their policies
    /// @param sessions empty without an agent
    /// @param denies packets that were told of, by stage
    /// @param lostDenies packets that the kernel could not tell of
    public record Figures(
            long revision,
            int boundLinks,
            int refusedEnis,
            Optional<Sessions> sessions,
            Map<String, Long> denies,
            long lostDenies) {
        public Figures {
            denies = Map.copyOf(denies);
        }
    }

    /// Sessions in the table of the kernel, and how many it holds.
    public record Sessions(long count, long countMax) {}

    /// Tells of a transaction that holds now.
    public void applied(Duration took) {
        applying.observe(took.toNanos() / 1e9);
    }

    /// Tells of a transaction that the kernel refused.
    public void refused() {
        failures.inc();
    }

    /// Tells that our table was found changed.
    public void drifted() {
        drifts.inc();
    }

    void register(PrometheusRegistry registry) {
        registry.register(applying);
        registry.register(failures);
        registry.register(drifts);
        gauge("cordon_enforced_revision", "Revision that the agent has confirmed.", Figures::revision, registry);
        gauge("cordon_bound_links", "Links that are held to an ENI's policy.", Figures::boundLinks, registry);
        gauge(
                "cordon_refused_enis",
                "ENIs that are closed because the kernel refuses their policies.",
                Figures::refusedEnis,
                registry);
        sessions("cordon_sessions", "Sessions in the kernel's table.", Sessions::count, registry);
        sessions("cordon_sessions_max", "Sessions that the table holds.", Sessions::countMax, registry);
        CounterWithCallback.builder()
                .name("cordon_denied_packets_total")
                .help("Dropped packets that the kernel told of, by stage; of many it tells of some.")
                .labelNames("stage")
                .callback(scrape ->
                        figures.get().denies().forEach((stage, count) -> scrape.call(count.doubleValue(), stage)))
                .register(registry);
        CounterWithCallback.builder()
                .name("cordon_denied_packets_lost_total")
                .help("Dropped packets that the kernel could not tell of.")
                .callback(scrape -> scrape.call(figures.get().lostDenies()))
                .register(registry);
    }

    private interface Look<T> {
        double at(T value);
    }

    private void gauge(String name, String help, Look<Figures> look, PrometheusRegistry registry) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(scrape -> scrape.call(look.at(figures.get())))
                .register(registry);
    }

    private void sessions(String name, String help, Look<Sessions> look, PrometheusRegistry registry) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(scrape -> figures.get().sessions().ifPresent(sessions -> scrape.call(look.at(sessions))))
                .register(registry);
    }
}
