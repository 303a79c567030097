package dev.cordon.cli.bench;

import dev.cordon.bench.kernel.Firewall;
import dev.cordon.bench.kernel.KernelBench.Case;
import dev.cordon.bench.kernel.KernelBench.Result;
import dev.cordon.bench.kernel.PacketBench.Cost;
import dev.cordon.bench.kernel.StormBench;
import dev.cordon.bench.kernel.Timing;
import dev.cordon.wire.Json;
import java.util.Locale;
import java.util.function.ToLongFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `cordon bench kernel` prints.
final class KernelReport {

    private static final String HEAD = """
            CPU ns of a packet; net: without the cost of injection; x: times that of conntrack only
            """;
    private static final String COLUMNS = "%-29s %7s %7s %6s %6s  %7s %7s %6s %6s%n";

    private KernelReport() {}

    static String text(Result result) {
        StringBuilder text = new StringBuilder();
        if (!result.cases().isEmpty()) {
            text.append(HEAD);
            result.cases().forEach(each -> append(text, each));
        }
        if (!result.timings().isEmpty()) {
            text.append(
                    String.format(Locale.ROOT, "%n%-44s %6s %10s %10s %10s%n", "ms", "count", "median", "p99", "max"));
            for (Timing timing : result.timings()) {
                text.append(
                        String.format(Locale.ROOT, "%-44s %s%n", timing.what(), new Latencies(timing.took()).text()));
            }
        }
        result.storms().forEach(storm -> append(text, storm));
        return text.toString();
    }

    private static void append(StringBuilder text, Case measured) {
        text.append(String.format(
                Locale.ROOT,
                "%n" + COLUMNS,
                measured.size().text(),
                "flow",
                "net",
                "x",
                "net x",
                "new",
                "net",
                "x",
                "net x"));
        for (Firewall firewall : Firewall.values()) {
            if (measured.costs().containsKey(firewall)) {
                Figures flow = new Figures(measured, firewall, Cost::establishedNanos);
                Figures fresh = new Figures(measured, firewall, Cost::newFlowNanos);
                text.append(String.format(
                        Locale.ROOT,
                        "%-29s %7d %7d %6.2f %6.2f  %7d %7d %6.2f %6.2f%n",
                        firewall.title(),
                        flow.nanos(),
                        flow.netNanos(),
                        flow.times(),
                        flow.netTimes(),
                        fresh.nanos(),
                        fresh.netNanos(),
                        fresh.times(),
                        fresh.netTimes()));
            }
        }
    }

    private static void append(StringBuilder text, StormBench.Result storm) {
        text.append(String.format(
                Locale.ROOT,
                "%nallowed packet %d ns; while %d packets a second are denied %d ns (x %.2f), %d lost%n",
                storm.quietNanos(),
                storm.deniedPerSecond(),
                storm.stormNanos(),
                (double) storm.stormNanos() / storm.quietNanos(),
                storm.lost()));
    }

    /// One kind of packet with one firewall.
    private record Figures(Case measured, Firewall firewall, ToLongFunction<Cost> kind) {

        private long of(Firewall any) {
            return kind.applyAsLong(measured.costs().get(any));
        }

        long nanos() {
            return of(firewall);
        }

        long netNanos() {
            return nanos() - of(Firewall.INJECTION);
        }

        double times() {
            return rounded((double) nanos() / of(Firewall.CONNTRACK));
        }

        double netTimes() {
            return rounded((double) netNanos() / (of(Firewall.CONNTRACK) - of(Firewall.INJECTION)));
        }

        private static double rounded(double times) {
            return Math.round(times * 1_000) / 1_000.0;
        }

        ObjectNode json() {
            return Json.object()
                    .put("nanos", nanos())
                    .put("netNanos", netNanos())
                    .put("timesConntrack", times())
                    .put("netTimesConntrack", netTimes());
        }
    }

    static ObjectNode json(Result result) {
        ObjectNode root = Json.object();
        ArrayNode cases = root.putArray("packets");
        result.cases().forEach(each -> cases.add(json(each)));
        ObjectNode timings = root.putObject("updates");
        result.timings().forEach(timing -> timings.set(timing.what(), new Latencies(timing.took()).json()));
        result.storms().forEach(storm -> root.set("storm", json(storm)));
        return root;
    }

    private static ObjectNode json(Case measured) {
        ObjectNode node = Json.object()
                .put("rules", measured.size().rules())
                .put("members", measured.size().members())
                .put("enis", measured.size().enis());
        ObjectNode firewalls = node.putObject("firewalls");
        for (Firewall firewall : Firewall.values()) {
            if (measured.costs().containsKey(firewall)) {
                ObjectNode figures = firewalls.putObject(firewall.title());
                figures.set("established", new Figures(measured, firewall, Cost::establishedNanos).json());
                figures.set("newFlow", new Figures(measured, firewall, Cost::newFlowNanos).json());
            }
        }
        return node;
    }

    private static ObjectNode json(StormBench.Result storm) {
        return Json.object()
                .put("quietNanos", storm.quietNanos())
                .put("stormNanos", storm.stormNanos())
                .put("deniedPerSecond", storm.deniedPerSecond())
                .put("lost", storm.lost());
    }
}
