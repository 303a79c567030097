package dev.cordon.cli.watch;

import dev.cordon.cli.node.FlowForm;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.Mark;
import dev.cordon.model.state.Revision;
import dev.cordon.nft.attest.Attestation;
import dev.cordon.nft.attest.Passage;
import dev.cordon.nft.interpret.Fate;
import dev.cordon.wire.Json;
import dev.cordon.wire.verdict.VerdictForm;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `cordon attest` says, as JSON and as text.
final class AttestForm {

    private static final String INDENT = "  ";

    private AttestForm() {}

    static ObjectNode json(Attestation attestation, Revision revision) {
        ObjectNode root = Json.object();
        switch (attestation) {
            case Attestation.Equal(int links, long boxes) ->
                root.put("result", "equal").put("links", links).put("boxes", boxes);
            case Attestation.Differs differs -> differs(differs, root.put("result", "differs"));
            case Attestation.Foreign(var lines) -> {
                ArrayNode foreign = root.put("result", "foreign").putArray("foreign");
                lines.forEach(foreign::add);
            }
            case Attestation.Unproved(long boxes, int passagesLeft) ->
                root.put("result", "unproved").put("boxes", boxes).put("left", passagesLeft);
        }
        return root.put("revision", revision.number());
    }

    private static void differs(Attestation.Differs differs, ObjectNode into) {
        Passage passage = differs.passage();
        into.put("link", passage.binding().link())
                .put("eni", passage.binding().eni().value())
                .put("direction", passage.direction().name().toLowerCase(Locale.ROOT))
                .put("hook", passage.hook().name().toLowerCase(Locale.ROOT));
        Flow flow = differs.flow();
        FlowForm.addresses(flow.source(), flow.destination(), flow.protocol(), into);
        FlowForm.transport(flow.transport(), into);
        if (flow.mark() != Mark.NONE) {
            into.put("mark", flow.mark().name());
        }
        into.set("kernel", fate(differs.is()));
        into.set("engine", fate(differs.should()));
    }

    /// A packet whose fate was no matter of policy has no verdict, but what became of it.
    private static ObjectNode fate(Fate fate) {
        return fate.verdicts().isEmpty()
                ? Json.object().put("outcome", fate.outcome().name())
                : VerdictForm.write(fate.verdicts().getLast())
                        .put("outcome", fate.outcome().name());
    }

    static List<String> lines(JsonNode answer) {
        String revision = "revision " + answer.path("revision").asString();
        String boxes = answer.path("boxes").asString() + " boxes";
        return switch (answer.path("result").asString()) {
            case "equal" ->
                List.of("equal  " + revision + INDENT + answer.path("links").asString() + " links  " + boxes);
            case "differs" ->
                List.of(
                        "differs  " + revision,
                        INDENT
                                + answer.path("link").asString()
                                + INDENT
                                + answer.path("eni").asString()
                                + INDENT
                                + answer.path("direction").asString()
                                + INDENT
                                + answer.path("hook").asString(),
                        INDENT
                                + FlowText.of(answer)
                                + (answer.has("mark")
                                        ? "  mark " + answer.path("mark").asString()
                                        : ""),
                        INDENT + "kernel  " + fateText(answer.path("kernel")),
                        INDENT + "engine  " + fateText(answer.path("engine")));
            case "unproved" ->
                List.of("unproved  " + revision + INDENT + boxes + ", and "
                        + answer.path("left").asString() + " ways by links left");
            default -> foreign(answer, revision);
        };
    }

    private static List<String> foreign(JsonNode answer, String revision) {
        List<String> lines = answer.path("foreign")
                .valueStream()
                .map(line -> INDENT + line.asString())
                .toList();
        return Stream.concat(Stream.of("unproved  " + revision + "  not ours, and not understood:"), lines.stream())
                .toList();
    }

    private static String fateText(JsonNode fate) {
        return fate.has("stage")
                ? fate.path("verdict").asString() + " " + fate.path("stage").asString() + ": "
                        + fate.path("text").asString()
                : fate.path("outcome").asString();
    }
}
