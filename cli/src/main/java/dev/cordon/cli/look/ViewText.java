package dev.cordon.cli.look;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Condition;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.wire.Json;
import dev.cordon.wire.verdict.VerdictForm;
import dev.cordon.wire.verdict.Wording;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A host view as lines for people: per ENI and direction, the clauses in evaluation order.
public final class ViewText {

    private static final int BLOCKS_SHOWN_MAX = 4;

    private ViewText() {}

    public static String of(HostView view) {
        StringBuilder text = new StringBuilder("revision " + view.revision() + "\n");
        view.enis().values().forEach(policy -> {
            append(text, policy);
            for (Direction direction : Direction.values()) {
                append(text, policy, direction);
            }
        });
        return text.toString();
    }

    private static void append(StringBuilder text, EniPolicy policy) {
        TrackingTimeouts timeouts = policy.timeouts();
        text.append('\n').append(policy.eni()).append(" timeouts\n  tcp ");
        text.append(timeouts.tcpEstablished().toSeconds()).append(" s, closed ");
        text.append(timeouts.tcpClosed().toSeconds()).append(" s, udp ");
        text.append(timeouts.udp().toSeconds()).append(" s\n");
    }

    private static void append(StringBuilder text, EniPolicy policy, Direction direction) {
        text.append('\n')
                .append(policy.eni())
                .append(' ')
                .append(words(direction))
                .append('\n');
        for (Clause clause : policy.clauses(direction).inOrder()) {
            text.append("  if ").append(conditions(clause)).append("\n    ");
            text.append(Wording.of(clause.verdict())).append('\n');
        }
        text.append("  otherwise\n    ")
                .append(Wording.of(policy.clauses(direction).otherwise()))
                .append('\n');
    }

    public static JsonNode json(HostView view) {
        ObjectNode root = Json.object().put("revision", view.revision().number());
        ArrayNode enis = root.putArray("enis");
        view.enis().values().forEach(policy -> {
            ObjectNode eni = enis.addObject().put("eni", policy.eni().value());
            eni.putObject("timeouts")
                    .put(
                            "tcpEstablishedSeconds",
                            policy.timeouts().tcpEstablished().toSeconds())
                    .put("tcpClosedSeconds", policy.timeouts().tcpClosed().toSeconds())
                    .put("udpSeconds", policy.timeouts().udp().toSeconds());
            for (Direction direction : Direction.values()) {
                ArrayNode clauses = eni.putArray(words(direction));
                for (Clause clause : policy.clauses(direction).inOrder()) {
                    clauses.addObject().put("if", conditions(clause)).set("then", VerdictForm.write(clause.verdict()));
                }
                clauses.addObject()
                        .put("if", "otherwise")
                        .set("then", VerdictForm.write(policy.clauses(direction).otherwise()));
            }
        });
        return root;
    }

    private static String conditions(Clause clause) {
        return clause.conditions().stream().map(ViewText::condition).collect(Collectors.joining(", "));
    }

    private static String condition(Condition condition) {
        return switch (condition) {
            case Condition.Protocol(var protocol) -> protocol.toString();
            case Condition.DestinationPorts(var anyOf) -> "destination port " + anyOf;
            case Condition.SourcePorts(var range) -> "source port " + range;
            case Condition.IcmpMessage(int type, int codeFirst, int codeLast) ->
                "type " + type + " code " + codeFirst + "-" + codeLast;
            case Condition.PeerIn(var set) -> "peer in " + set(set);
            case Condition.PeerNotIn(var set) -> "peer not in " + set(set);
            case Condition.LocalIn(var block) -> "local in " + block;
            case Condition.Marked(var mark) -> "marked " + words(mark);
        };
    }

    private static String set(AddressSet set) {
        String shown =
                set.blocks().limit(BLOCKS_SHOWN_MAX).map(Object::toString).collect(Collectors.joining(" "));
        int more = set.size() - BLOCKS_SHOWN_MAX;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
