package dev.cordon.cli.vector.run;

import dev.cordon.cli.vector.form.Fields;
import dev.cordon.cli.vector.form.PacketForm;
import dev.cordon.cli.vector.form.RuleForm;
import dev.cordon.cli.vector.form.StepForm;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Packet;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A history of packets and changes as one reader sees it.
public final class SessionRun {

    private final Reader reader;
    private PolicyState state;

    public SessionRun(Reader reader, PolicyState state) {
        this.reader = reader;
        this.state = state;
    }

    Reader reader() {
        return reader;
    }

    /// Returns the state that the changes so far have led to.
    public PolicyState state() {
        return state;
    }

    /// Carries a step out, and returns what there is to say of it.
    public ObjectNode step(JsonNode step) {
        return switch (Fields.text(step, "op")) {
            case "packet" -> packet(step);
            case "send" -> send(step);
            default -> {
                List<Change> changes = StepForm.changes(step, state);
                state = state.apply(changes);
                reader.change(changes);
                yield Json.object();
            }
        };
    }

    private ObjectNode packet(JsonNode step) {
        EniId eni = new EniId(Fields.text(step, "eni"));
        Direction direction = RuleForm.direction(step, "direction");
        Packet packet = PacketForm.read(step.path("pkt"));
        return VerdictFields.of(reader.receive(at(step), eni, direction, packet));
    }

    /// Sends a packet from one ENI to another. One that does not leave never arrives; what the far
    /// side would say of it is told all the same.
    private ObjectNode send(JsonNode step) {
        Pair pair = Pair.of(state, Fields.text(step, "from"), Fields.text(step, "to"));
        JsonNode pkt = step.path("pkt");
        AddressFamily family = ConnectedKind.family(pkt);
        Pair.Via via = ConnectedKind.via(step);
        Packet leaving = read(pkt, pair.leaving(family, via));
        Packet arriving = read(pkt, pair.arriving(family, via));
        Instant now = at(step);
        Verdict egress = reader.receive(now, pair.from().id(), Direction.EGRESS, leaving);
        boolean left = egress.action() == Action.ACCEPT;
        EniId to = pair.to().id();
        Verdict ingress = left
                ? reader.receive(now, to, Direction.INGRESS, arriving)
                : reader.peek(now, to, Direction.INGRESS, arriving);
        ObjectNode fields = Json.object().put("delivered", left && ingress.action() == Action.ACCEPT);
        fields.set("egress", VerdictFields.of(egress));
        fields.set("ingress", VerdictFields.of(ingress));
        return fields;
    }

    private static Packet read(JsonNode packet, Pair.Addresses ends) {
        return packet.has("src") ? PacketForm.read(packet) : PacketForm.read(packet, ends.source(), ends.destination());
    }

    /// Returns the time of a step, which is written in seconds.
    public static Instant at(JsonNode step) {
        BigDecimal nanos = step.path("at").decimalValue(BigDecimal.ZERO).movePointRight(9);
        return Instant.EPOCH.plusNanos(nanos.longValue());
    }
}
