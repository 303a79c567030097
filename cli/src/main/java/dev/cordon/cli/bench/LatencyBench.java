package dev.cordon.cli.bench;

import dev.cordon.cli.CliException;
import dev.cordon.cli.ClosedAtExit;
import dev.cordon.cli.Logging;
import dev.cordon.cli.Parts;
import dev.cordon.cli.Privileges;
import dev.cordon.cli.lab.Lab;
import dev.cordon.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// From the arrival of the answer to an ECS call until packets meet with the new verdict.
///
/// A rule is added and taken away in turn, while probes are sent all the time over one connection
/// that is open whenever the rule is there. A verdict that has changed before the answer came
/// counts as no latency at all.
final class LatencyBench {

    private static final String SCENARIO = "/bench/latency.yaml";
    private static final int PORT = 5_353;

    /// Changes that are not counted: the virtual machine has yet to compile what it runs.
    private static final int WARM_UP_COUNT = 20;

    private final Lab lab;
    private final ProbeStream probes;
    private final List<Duration> opened = new ArrayList<>();
    private final List<Duration> closed = new ArrayList<>();

    private LatencyBench(Lab lab, ProbeStream probes) {
        this.lab = lab;
        this.probes = probes;
    }

    /// @param probeMicros mean time between two probes, which is the resolution
    record Result(Latencies opened, Latencies closed, long probeMicros) {}

    /// Measures in a lab of its own, and leaves nothing behind.
    ///
    /// @param changeCount how many changes are counted, half of each kind; 2 or more
    static Result run(int changeCount) throws InterruptedException {
        Privileges.requireForLab();
        Logging.onlyWarnings();
        Parts parts = new Parts();
        try (ClosedAtExit _ = new ClosedAtExit(parts)) {
            Lab lab = Lab.open(SCENARIO, scenario(), parts);
            if (!lab.play(act -> {}).agrees()) {
                throw new CliException("something passes before anything was admitted");
            }
            ProbeStream probes = parts.open(() -> ProbeStream.open(lab.guest("from"), lab.server("to", PORT)));
            return new LatencyBench(lab, probes).measure(changeCount);
        }
    }

    private static String scenario() {
        try (InputStream yaml = LatencyBench.class.getResourceAsStream(SCENARIO)) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new CliException("cannot read `" + SCENARIO + "`: " + failure.getMessage(), failure);
        }
    }

    private Result measure(int changeCount) throws InterruptedException {
        for (int i = 0; i < WARM_UP_COUNT / 2; i++) {
            openAndClose();
        }
        opened.clear();
        closed.clear();
        long startNanos = System.nanoTime();
        long sentBefore = probes.sent();
        while (opened.size() + closed.size() < changeCount) {
            openAndClose();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        return new Result(
                new Latencies(opened),
                new Latencies(closed),
                took.dividedBy(probes.sent() - sentBefore).toNanos() / 1_000);
    }

    private void openAndClose() throws InterruptedException {
        probes.arm();
        long answeredNanos = change("AuthorizeSecurityGroup");
        opened.add(since(answeredNanos, probes.openedAtNanos()));
        answeredNanos = change("RevokeSecurityGroup");
        closed.add(since(answeredNanos, probes.closedAtNanos()));
    }

    private static Duration since(long answeredNanos, long changedNanos) {
        return Duration.ofNanos(Math.max(0, changedNanos - answeredNanos));
    }

    /// Returns when the answer was there.
    private long change(String action) {
        ObjectNode parameters = Json.object().put("SecurityGroupId", "Isolated");
        parameters
                .putArray("Permissions")
                .addObject()
                .put("IpProtocol", "UDP")
                .put("PortRange", PORT + "/" + PORT)
                .put("SourceCidrIp", "from");
        lab.call(action, parameters);
        return System.nanoTime();
    }
}
