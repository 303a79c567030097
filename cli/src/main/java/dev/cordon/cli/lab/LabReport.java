package dev.cordon.cli.lab;

import dev.cordon.cli.lab.Scenario.Fate;
import dev.cordon.cli.lab.Scenario.StreamPlan;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What a lab has measured.
public final class LabReport {

    /// One kind of packet from one instance to another.
    ///
    /// @param policy as `explain` tells it
    record Row(Scenario.Expected expected, JsonNode policy, Fate packets) {

        boolean delivered() {
            return policy.path("disposition").asString().equals("DELIVERED");
        }

        /// Tells whether scenario, policy and packets say the same.
        boolean agrees() {
            return packets == expected.packets() && delivered() == (packets == Fate.PASS);
        }
    }

    /// One open connection through a change of policy.
    ///
    /// @param measured in words
    record StreamRow(StreamPlan plan, String measured, Agreement agreement) {}

    enum Agreement {
        AGREES,
        DISAGREES
    }

    public record ActRows(String title, List<String> calls, List<StreamRow> streams, List<Row> rows) {

        boolean agrees() {
            return rows.stream().allMatch(Row::agrees)
                    && streams.stream().allMatch(stream -> stream.agreement() == Agreement.AGREES);
        }
    }

    private final List<ActRows> acts = new ArrayList<>();

    void add(ActRows act) {
        acts.add(act);
    }

    List<ActRows> acts() {
        return List.copyOf(acts);
    }

    /// Tells whether everything that was expected was said by policy and done by packets.
    public boolean agrees() {
        return acts.stream().allMatch(ActRows::agrees);
    }
}
