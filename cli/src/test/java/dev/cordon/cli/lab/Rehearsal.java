package dev.cordon.cli.lab;

import dev.cordon.cli.lab.Scenario.Act;
import dev.cordon.cli.lab.Scenario.Call;
import dev.cordon.cli.lab.Scenario.Expected;
import dev.cordon.cli.lab.Scenario.Fate;
import dev.cordon.cli.look.RulesetText;
import dev.cordon.controlplane.publish.Snapshot;
import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Profile;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A scenario played without packets: its calls are made, and policy says what would become of
/// every probe.
///
/// @param verdicts a table of every act, as policy stands when its calls have been made
/// @param ruleset what a kernel with all the instances holds when the first act's calls have been
///     made
/// @param surprises probes of which policy says another thing than the scenario
record Rehearsal(String verdicts, String ruleset, List<String> surprises) {

    private static final String ROW = "  %-8s %-8s %-9s %-11s %-15s %s%n";

    static Rehearsal of(Scenario scenario) {
        InProcessApi api = new InProcessApi();
        LabCloud cloud = new LabCloud(api);
        cloud.build(scenario);
        StringBuilder verdicts = new StringBuilder(scenario.title() + "\n\n" + names(scenario, cloud));
        List<String> surprises = new ArrayList<>();
        String ruleset = "";
        for (Act act : scenario.acts()) {
            act.calls().forEach(cloud::call);
            ruleset = ruleset.isEmpty() ? ruleset(api.newest()) : ruleset;
            verdicts.append('\n').append(act.title()).append('\n');
            act.calls().forEach(call -> verdicts.append(line(call)));
            verdicts.append(ROW.formatted("FROM", "TO", "PROBE", "POLICY", "STAGE", "WHY"));
            for (Expected expected : act.expected()) {
                JsonNode policy = cloud.explain(expected.from(), expected.to(), expected.probe());
                String row = row(expected, policy, cloud);
                verdicts.append(row);
                if (delivered(policy) != (expected.packets() == Fate.PASS)) {
                    surprises.add(act.title() + ":" + row.stripTrailing());
                }
            }
        }
        return new Rehearsal(verdicts.toString(), ruleset, List.copyOf(surprises));
    }

    private static boolean delivered(JsonNode policy) {
        return policy.path("disposition").asString().equals("DELIVERED");
    }

    /// The ids by which the ruleset names them.
    private static String names(Scenario scenario, LabCloud cloud) {
        StringBuilder names = new StringBuilder();
        JsonNode ids = cloud.names();
        scenario.groups().forEach(group -> names.append(name(group.name(), ids)));
        scenario.instances().forEach(instance -> names.append(name(instance.name(), ids)));
        return names.toString();
    }

    private static String name(String name, JsonNode ids) {
        return "  %-10s %s%n".formatted(name, ids.path(name).asString());
    }

    private static String line(Call call) {
        return "  > " + call.action() + " " + call.parameters() + "\n";
    }

    /// Tells what the side says that dropped, or else the side that let in.
    private static String row(Expected expected, JsonNode policy, LabCloud cloud) {
        String disposition = policy.path("disposition").asString();
        JsonNode side = policy.path(disposition.equals("DENIED_OUT") ? "egress" : "ingress");
        String group = side.path("group").asString("");
        String text = side.path("text").asString();
        return ROW.formatted(
                expected.from(),
                expected.to(),
                expected.probe(),
                disposition,
                side.path("stage").asString(),
                group.isEmpty() ? text : text.replace(group, cloud.groupName(group)));
    }

    private static String ruleset(Snapshot snapshot) {
        HostView view = Compiler.view(
                Profile.ALIYUN_DEFAULT,
                snapshot.state(),
                snapshot.revision(),
                snapshot.state().enis().map(Eni::id).toList());
        return RulesetText.of(view);
    }
}
