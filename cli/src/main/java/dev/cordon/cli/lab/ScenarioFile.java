package dev.cordon.cli.lab;

import dev.cordon.cli.CliException;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads a scenario from YAML. What is wrong is told with its place in the file.
final class ScenarioFile {

    private static final int INSTANCE_COUNT_MAX = 100;

    private final String source;
    private final Set<String> names = new HashSet<>();

    private ScenarioFile(String source) {
        this.source = source;
    }

    static Scenario read(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new CliException("cannot read scenario `" + file + "`: " + unreadable.getMessage(), unreadable);
        }
    }

    static Scenario read(String source, String yaml) {
        try {
            return new ScenarioFile(source).scenario(new YAMLMapper().readTree(yaml));
        } catch (JacksonException malformed) {
            throw new CliException(
                    "scenario `" + source + "` is not YAML: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private Scenario scenario(JsonNode root) {
        List<GroupPlan> groups =
                root.path("groups").propertyStream().map(this::group).toList();
        List<InstancePlan> instances =
                root.path("instances").propertyStream().map(this::instance).toList();
        if (instances.size() > INSTANCE_COUNT_MAX) {
            throw wrong("instances", "more than " + INSTANCE_COUNT_MAX);
        }
        List<Act> acts = new ArrayList<>();
        root.path("acts").forEach(act -> acts.add(act(act)));
        CidrBlock network = CidrBlock.parse(text(root, "network")).orElseThrow(() -> wrong("network", "not a block"));
        return new Scenario(text(root, "title"), network, groups, instances, acts);
    }

    private GroupPlan group(Map.Entry<String, JsonNode> group) {
        names.add(group.getKey());
        JsonNode body = group.getValue();
        return new GroupPlan(
                group.getKey(),
                body.path("type").asString("normal"),
                body.path("intra").asString("Accept"));
    }

    private InstancePlan instance(Map.Entry<String, JsonNode> instance) {
        names.add(instance.getKey());
        IpAddress address = IpAddress.parse(text(instance.getValue(), "address"))
                .orElseThrow(() -> wrong("instances." + instance.getKey() + ".address", "not an address"));
        List<String> groups = new ArrayList<>();
        instance.getValue().path("groups").forEach(group -> groups.add(known(group.asString())));
        return new InstancePlan(instance.getKey(), address, groups);
    }

    private Act act(JsonNode act) {
        List<StreamPlan> streams = new ArrayList<>();
        act.path("streams").forEach(stream -> streams.add(stream(stream)));
        List<Call> calls = new ArrayList<>();
        act.path("calls").forEach(call -> calls.add(call(call)));
        List<Expected> expected = new ArrayList<>();
        act.path("expect").forEach(row -> expected.addAll(expected(row)));
        return new Act(text(act, "title"), streams, calls, expected);
    }

    private StreamPlan stream(JsonNode stream) {
        int port = stream.path("port").asInt(0);
        return new StreamPlan(
                known(text(stream, "from")),
                known(text(stream, "to")),
                port,
                oneOf(Outcome.class, text(stream, "outcome")));
    }

    private Call call(JsonNode call) {
        if (!(call instanceof ObjectNode fields)) {
            throw wrong("calls", "not a map of parameters");
        }
        String action = text(call, "action");
        ObjectNode parameters = fields.deepCopy();
        parameters.remove("action");
        return new Call(action, parameters);
    }

    /// Reads a row with `from` and `to`, or with `between` for both directions.
    private List<Expected> expected(JsonNode row) {
        Fate fate = oneOf(Fate.class, text(row, "packets"));
        List<Expected> expected = new ArrayList<>();
        for (JsonNode text : row.path("probes")) {
            Probe probe = Probe.parse(text.asString()).orElseThrow(() -> wrong("probes", "not a probe " + text));
            if (row.has("between")) {
                String one = known(row.path("between").path(0).asString(""));
                String other = known(row.path("between").path(1).asString(""));
                expected.add(new Expected(one, other, probe, fate));
                expected.add(new Expected(other, one, probe, fate));
            } else {
                expected.add(new Expected(known(text(row, "from")), known(text(row, "to")), probe, fate));
            }
        }
        return expected;
    }

    private <E extends Enum<E>> E oneOf(Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw wrong(text, "not one of " + List.of(type.getEnumConstants()));
        }
    }

    private String known(String name) {
        if (!names.contains(name)) {
            throw wrong(name, "no group or instance of this name");
        }
        return name;
    }

    private String text(JsonNode node, String field) {
        if (!node.path(field).isValueNode()) {
            throw wrong(field, "missing");
        }
        return node.path(field).asString();
    }

    private CliException wrong(String place, String problem) {
        return new CliException("scenario `" + source + "`, `" + place + "`: " + problem);
    }
}
