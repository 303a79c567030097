package dev.cordon.server;

import dev.cordon.ecs.http.HttpReply;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What `/metrics` tells. Labels take few values: actions that are offered, and documented codes.
final class Metrics {

    private final PrometheusRegistry registry = new PrometheusRegistry();

    private final Counter requests = Counter.builder()
            .name("cordon_ecs_requests_total")
            .help("Calls of the ECS API, by action and by code of the answer.")
            .labelNames("action", "code")
            .register(registry);

    private final Histogram durations = Histogram.builder()
            .name("cordon_ecs_request_duration_seconds")
            .help("Time from a whole request to its answer.")
            .labelNames("action")
            .classicOnly()
            .register(registry);

    Metrics(EnforcementMetrics enforcement) {
        enforcement.register(registry);
    }

    void record(String action, String code, Duration duration) {
        requests.labelValues(action, code).inc();
        durations.labelValues(action).observe(duration.toNanos() / 1e9);
    }

    HttpReply reply() {
        PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.builder().build();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new HttpReply(200, writer.getContentType(), text.toString(StandardCharsets.UTF_8));
    }
}
