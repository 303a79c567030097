package dev.cordon.cli.lab;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.cli.CliException;
import dev.cordon.cli.Parts;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.lab.LabReport.ActRows;
import dev.cordon.cli.lab.LabReport.Agreement;
import dev.cordon.cli.lab.LabReport.Row;
import dev.cordon.cli.lab.LabReport.StreamRow;
import dev.cordon.cli.lab.Scenario.Act;
import dev.cordon.cli.lab.Scenario.Expected;
import dev.cordon.cli.lab.Scenario.Fate;
import dev.cordon.cli.lab.Scenario.InstancePlan;
import dev.cordon.cli.lab.Scenario.StreamPlan;
import dev.cordon.cli.node.Node;
import dev.cordon.model.state.Revision;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// A scenario come to life: a node of its own in a private data folder, guests in network
/// namespaces, calls through the API, and packets.
public final class Lab {

    private static final Duration ENFORCE_PATIENCE = Duration.ofSeconds(10);

    /// How long a packet that should pass may take; on a busy machine this can be long.
    private static final Duration PASS_PATIENCE = Duration.ofSeconds(5);

    /// How long it takes to believe that a packet is stopped. Every probe sends more than once in
    /// it.
    private static final Duration STOP_PATIENCE = Duration.ofMillis(900);

    private final Scenario scenario;
    private final Parts parts;
    private final LabNetwork network;
    private final Node node;
    private final LabCloud cloud;

    private Lab(Scenario scenario, Parts parts) {
        this.scenario = scenario;
        this.parts = parts;
        this.network = parts.open(LabNetwork::open);
        PrivateFolder folder = parts.open(PrivateFolder::create);
        this.node = parts.open(
                () -> Node.start(new Node.Settings(folder.path(), InetSocketAddress.createUnresolved("127.0.0.1", 0))));
        this.cloud = new LabCloud(new CordonClient(node.credentials()));
    }

    /// Builds everything up to the first act.
    ///
    /// @param parts where everything goes that has to be taken away again
    static Lab open(Scenario scenario, Parts parts) throws InterruptedException {
        Lab lab = new Lab(scenario, parts);
        lab.build();
        return lab;
    }

    /// Builds a lab from the text of a scenario file.
    ///
    /// @param source what to call the scenario in messages
    public static Lab open(String source, String yaml, Parts parts) throws InterruptedException {
        return open(ScenarioFile.read(source, yaml), parts);
    }

    /// Links come up only after the agent has confirmed that it holds them to their policy.
    private void build() throws InterruptedException {
        node.enforce(network.host());
        cloud.build(scenario);
        for (InstancePlan instance : scenario.instances()) {
            network.addGuest(
                    instance.name(), cloud.eni(instance.name()), cloud.mac(instance.name()), instance.address());
        }
        awaitEnforced();
        for (InstancePlan instance : scenario.instances()) {
            network.bringUp(instance.name(), instance.address());
            parts.open(() -> EchoServers.open(network.guest(instance.name()), scenario.probes()));
        }
    }

    private void awaitEnforced() throws InterruptedException {
        Revision revision = node.controlPlane().newest().revision();
        boolean enforced = node.enforced()
                .await(
                        is -> is.revision().compareTo(revision) >= 0
                                && scenario.instances().stream().allMatch(plan -> is.binds(cloud.eni(plan.name()))),
                        ENFORCE_PATIENCE);
        if (!enforced) {
            throw new CliException("revision " + revision + " was not enforced within " + ENFORCE_PATIENCE.toSeconds()
                    + " s; the log says why");
        }
    }

    LabText text() {
        return new LabText(cloud);
    }

    Node node() {
        return node;
    }

    LabNetwork network() {
        return network;
    }

    public NetworkNamespace guest(String instance) {
        return network.guest(instance);
    }

    /// Returns where an instance answers, on a port that some act of the scenario probes.
    public InetSocketAddress server(String instance, int port) {
        try {
            return new InetSocketAddress(Prober.inet(cloud.instance(instance).address()), port);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Makes a call to the API; the names of the scenario stand for ids and addresses.
    public void call(String action, ObjectNode parameters) {
        cloud.call(new Scenario.Call(action, parameters));
    }

    /// Plays all acts.
    ///
    /// @param each told of each act when it is over
    public LabReport play(Consumer<ActRows> each) throws InterruptedException {
        LabReport report = new LabReport();
        for (Act act : scenario.acts()) {
            ActRows rows = play(act);
            report.add(rows);
            each.accept(rows);
        }
        return report;
    }

    private ActRows play(Act act) throws InterruptedException {
        List<OpenStream> streams = new ArrayList<>();
        try {
            for (StreamPlan plan : act.streams()) {
                streams.add(OpenStream.open(
                        network.guest(plan.from()), cloud.instance(plan.to()).address(), plan.port()));
            }
            List<StreamRow> streamRows = change(act, streams);
            return new ActRows(act.title(), calls(act), streamRows, probe(act.expected()));
        } finally {
            streams.forEach(OpenStream::close);
        }
    }

    private static List<String> calls(Act act) {
        return act.calls().stream()
                .map(call -> call.action() + " " + call.parameters())
                .toList();
    }

    private List<StreamRow> change(Act act, List<OpenStream> streams) throws InterruptedException {
        for (OpenStream stream : streams) {
            if (!stream.progresses(PASS_PATIENCE)) {
                throw new CliException("act `" + act.title() + "`: a connection to be watched does not work at all");
            }
        }
        act.calls().forEach(cloud::call);
        long answeredNanos = System.nanoTime();
        awaitEnforced();
        List<StreamRow> rows = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            rows.add(watch(act.streams().get(i), streams.get(i), answeredNanos));
        }
        return rows;
    }

    private static StreamRow watch(StreamPlan plan, OpenStream stream, long answeredNanos) throws InterruptedException {
        return switch (plan.outcome()) {
            case SURVIVES -> survival(plan, stream);
            case STOPS -> end(plan, stream, answeredNanos);
        };
    }

    private static StreamRow survival(StreamPlan plan, OpenStream stream) throws InterruptedException {
        boolean alive = stream.progresses(PASS_PATIENCE);
        long missing = stream.drain(PASS_PATIENCE);
        String measured = (alive ? "goes on" : "stands still") + ", " + stream.sentBytes() + " bytes sent, "
                + missing * Long.BYTES + " lost";
        return new StreamRow(plan, measured, alive && missing == 0 ? Agreement.AGREES : Agreement.DISAGREES);
    }

    private static StreamRow end(StreamPlan plan, OpenStream stream, long answeredNanos) throws InterruptedException {
        Duration second = Duration.ofSeconds(1);
        long aliveNanos = stream.lastEchoAfter(second);
        Duration after = Duration.ofNanos(Math.max(0, aliveNanos - answeredNanos));
        boolean stopped = after.compareTo(second) < 0 && !stream.progresses(second);
        String measured = stopped ? "stopped " + after.toMillis() + " ms after the answer to the call" : "goes on";
        return new StreamRow(plan, measured, stopped ? Agreement.AGREES : Agreement.DISAGREES);
    }

    /// Probes everything at once: what is stopped takes its time.
    private List<Row> probe(List<Expected> expected) throws InterruptedException {
        try (ExecutorService probers =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<Row>> running = expected.stream()
                    .map(row -> probers.submit(() -> probe(row)))
                    .toList();
            List<Row> rows = new ArrayList<>();
            for (Future<Row> row : running) {
                rows.add(row.get());
            }
            return rows;
        } catch (ExecutionException failure) {
            throw new CliException("a probe could not be sent: " + failure.getMessage(), failure);
        }
    }

    private Row probe(Expected expected) {
        Duration patience = expected.packets() == Fate.PASS ? PASS_PATIENCE : STOP_PATIENCE;
        Fate packets = Prober.probe(
                network.guest(expected.from()), cloud.instance(expected.to()).address(), expected.probe(), patience);
        return new Row(expected, cloud.explain(expected.from(), expected.to(), expected.probe()), packets);
    }
}
