package dev.cordon.cli.lab;

import dev.cordon.cli.lab.LabReport.ActRows;
import dev.cordon.cli.lab.LabReport.Agreement;
import dev.cordon.cli.lab.LabReport.Row;
import dev.cordon.cli.lab.LabReport.StreamRow;
import dev.cordon.cli.lab.Scenario.Fate;
import dev.cordon.wire.Json;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A report as a table for people, or as JSON.
final class LabText {

    private static final String COLUMNS = "  %-8s %-8s %-10s %-11s %-14s %-10s %-8s %s%n";

    private final LabCloud cloud;

    LabText(LabCloud cloud) {
        this.cloud = cloud;
    }

    String act(ActRows act) {
        StringBuilder text = new StringBuilder("\n" + act.title() + "\n");
        act.calls().forEach(call -> text.append("  > ").append(call).append('\n'));
        act.streams().forEach(stream -> text.append(line(stream)));
        if (!act.rows().isEmpty()) {
            text.append(String.format(COLUMNS, "FROM", "TO", "PROBE", "POLICY", "STAGE", "GROUP", "PACKETS", "RESULT"));
        }
        act.rows().forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private String line(Row row) {
        JsonNode side = deciding(row.policy());
        return String.format(
                COLUMNS,
                row.expected().from(),
                row.expected().to(),
                row.expected().probe(),
                row.policy().path("disposition").asString(),
                side.path("stage").asString(),
                side.has("group") ? cloud.groupName(side.path("group").asString()) : "-",
                row.packets() == Fate.PASS ? "passed" : "stopped",
                row.agrees()
                        ? "ok"
                        : "WRONG, expected to " + words(row.expected().packets()));
    }

    private static String line(StreamRow stream) {
        return "  open TCP " + stream.plan().port() + " from " + stream.plan().from() + " to "
                + stream.plan().to() + ": " + stream.measured() + "  "
                + (stream.agreement() == Agreement.AGREES
                        ? "ok"
                        : "WRONG, expected that it " + words(stream.plan().outcome()))
                + "\n";
    }

    /// The side that dropped, or else the side that let in.
    private static JsonNode deciding(JsonNode policy) {
        return policy.path(policy.path("disposition").asString().equals("DENIED_OUT") ? "egress" : "ingress");
    }

    ObjectNode json(LabReport report) {
        ObjectNode root = Json.object().put("agreed", report.agrees());
        root.set("ids", cloud.names());
        ArrayNode acts = root.putArray("acts");
        for (ActRows act : report.acts()) {
            ObjectNode node = acts.addObject().put("title", act.title()).put("agreed", act.agrees());
            ArrayNode rows = node.putArray("rows");
            for (Row row : act.rows()) {
                rows.addObject()
                        .put("from", row.expected().from())
                        .put("to", row.expected().to())
                        .put("probe", row.expected().probe().toString())
                        .put("expected", words(row.expected().packets()))
                        .put("packets", words(row.packets()))
                        .set("policy", row.policy());
            }
            ArrayNode streams = node.putArray("streams");
            for (StreamRow stream : act.streams()) {
                streams.addObject()
                        .put("from", stream.plan().from())
                        .put("to", stream.plan().to())
                        .put("port", stream.plan().port())
                        .put("expected", words(stream.plan().outcome()))
                        .put("agreed", stream.agreement() == Agreement.AGREES)
                        .put("measured", stream.measured());
            }
        }
        return root;
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
