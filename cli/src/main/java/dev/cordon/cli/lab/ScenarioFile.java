package dev.cordon.cli.lab;

import dev.cordon.cli.InputFile;
import dev.cordon.cli.lab.Scenario.Act;
import dev.cordon.cli.lab.Scenario.Call;
import dev.cordon.cli.lab.Scenario.Expected;
import dev.cordon.cli.lab.Scenario.Fate;
import dev.cordon.cli.lab.Scenario.GroupPlan;
import dev.cordon.cli.lab.Scenario.InstancePlan;
import dev.cordon.cli.lab.Scenario.Outcome;
import dev.cordon.cli.lab.Scenario.StreamPlan;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.PortRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Reads a scenario from YAML. What is wrong is told with its place in the file.
final class ScenarioFile {

    private static final int INSTANCE_COUNT_MAX = 100;

    private final Set<String> groups = new HashSet<>();
    private final Set<String> instances = new HashSet<>();

    private ScenarioFile() {}

    static Scenario read(Path file) {
        return read(file.toString(), InputFile.text(file, "a scenario"));
    }

    /// @param source what to call the scenario in messages
    static Scenario read(String source, String yaml) {
        return new ScenarioFile().scenario(Placed.document(source, yaml));
    }

    private Scenario scenario(Placed root) {
        root.onlyWith("title", "network", "groups", "instances", "acts");
        Placed network = root.member("network");
        CidrBlock block = CidrBlock.parse(network.text()).orElseThrow(() -> network.wrong("not a block"));
        List<GroupPlan> groupPlans =
                members(root, "groups").stream().map(this::group).toList();
        List<Placed> guests = members(root, "instances");
        if (guests.size() > INSTANCE_COUNT_MAX) {
            throw root.member("instances").wrong("more than " + INSTANCE_COUNT_MAX);
        }
        List<InstancePlan> instancePlans = guests.stream().map(this::instance).toList();
        List<Act> acts = root.entries("acts").stream().map(this::act).toList();
        return new Scenario(root.member("title").text(), block, groupPlans, instancePlans, acts);
    }

    private static List<Placed> members(Placed root, String name) {
        return root.optional(name).map(Placed::members).orElse(List.of());
    }

    private GroupPlan group(Placed group) {
        group.onlyWith("type", "intra");
        groups.add(group.name());
        return new GroupPlan(
                group.name(),
                group.optional("type").map(Placed::text).orElse("normal"),
                group.optional("intra").map(Placed::text).orElse("Accept"));
    }

    private InstancePlan instance(Placed instance) {
        instance.onlyWith("address", "groups");
        if (groups.contains(instance.name())) {
            throw instance.wrong("a group has this name already");
        }
        instances.add(instance.name());
        Placed address = instance.member("address");
        return new InstancePlan(
                instance.name(),
                IpAddress.parse(address.text()).orElseThrow(() -> address.wrong("not an address")),
                instance.entries("groups").stream()
                        .map(group -> known(groups, group))
                        .toList());
    }

    private Act act(Placed act) {
        act.onlyWith("title", "streams", "calls", "expect");
        return new Act(
                act.member("title").text(),
                act.entries("streams").stream().map(this::stream).toList(),
                act.entries("calls").stream().map(ScenarioFile::call).toList(),
                act.entries("expect").stream()
                        .flatMap(row -> expected(row).stream())
                        .toList());
    }

    private StreamPlan stream(Placed stream) {
        stream.onlyWith("from", "to", "port", "outcome");
        return new StreamPlan(
                known(instances, stream.member("from")),
                known(instances, stream.member("to")),
                stream.member("port").number(1, PortRange.PORT_MAX),
                stream.member("outcome").oneOf(Outcome.class));
    }

    private static Call call(Placed call) {
        String action = call.member("action").text();
        ObjectNode parameters = call.node().asObject().deepCopy();
        parameters.remove("action");
        return new Call(action, parameters);
    }

    /// Reads a row with `from` and `to`, or with `between` for both directions.
    private List<Expected> expected(Placed row) {
        row.onlyWith("from", "to", "between", "probes", "packets");
        Fate fate = row.member("packets").oneOf(Fate.class);
        List<Expected> expected = new ArrayList<>();
        for (Placed text : row.member("probes").entries()) {
            Probe probe = Probe.parse(text.text())
                    .orElseThrow(() -> text.wrong("not a probe such as tcp/22, udp/53 or icmp"));
            for (Way way : ways(row)) {
                expected.add(new Expected(way.from(), way.to(), probe, fate));
            }
        }
        return expected;
    }

    private record Way(String from, String to) {}

    private List<Way> ways(Placed row) {
        Optional<Placed> between = row.optional("between");
        if (between.isEmpty()) {
            return List.of(new Way(known(instances, row.member("from")), known(instances, row.member("to"))));
        }
        List<String> pair = between.get().entries().stream()
                .map(name -> known(instances, name))
                .toList();
        if (pair.size() != 2) {
            throw between.get().wrong("not a list of two instances");
        }
        return List.of(new Way(pair.get(0), pair.get(1)), new Way(pair.get(1), pair.get(0)));
    }

    private static String known(Set<String> names, Placed name) {
        if (!names.contains(name.text())) {
            throw name.wrong("not one of " + names.stream().sorted().toList());
        }
        return name.text();
    }
}
