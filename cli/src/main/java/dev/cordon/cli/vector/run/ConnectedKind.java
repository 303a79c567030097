package dev.cordon.cli.vector.run;

import dev.cordon.cli.vector.form.ConfigForm;
import dev.cordon.cli.vector.form.Fields;
import dev.cordon.cli.vector.form.PacketForm;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `connected`: a new connection from one ENI to another, judged at both.
public record ConnectedKind() implements VectorKind {

    @Override
    public List<Disagreement> run(Vector vector, Profile profile) {
        PolicyState state = ConfigForm.read(vector.config());
        JsonNode flow = vector.flow();
        Pair pair = Pair.of(state, Fields.text(flow, "a"), Fields.text(flow, "b"));
        Pair.Connection connection = connection(flow);
        return Reader.all(profile, state).stream()
                .flatMap(reader ->
                        Disagreement.between(reader.name(), fields(pair.connect(connection, reader)), vector.expect())
                                .stream())
                .toList();
    }

    private static Pair.Connection connection(JsonNode flow) {
        AddressFamily family = family(flow);
        return new Pair.Connection(
                PacketForm.protocol(Fields.text(flow, "proto"), family),
                flow.path("sport").asInt(PacketForm.EPHEMERAL_PORT),
                flow.path("port").asInt(0),
                family,
                via(flow));
    }

    static AddressFamily family(JsonNode flow) {
        return flow.path("family").asInt(4) == 6 ? AddressFamily.IPV6 : AddressFamily.IPV4;
    }

    static Pair.Via via(JsonNode flow) {
        return flow.path("via").asString("private").equalsIgnoreCase("eip") ? Pair.Via.EIP : Pair.Via.PRIVATE;
    }

    public static ObjectNode fields(Pair.Ends ends) {
        ObjectNode fields = Json.object().put("connected", ends.delivered());
        fields.set("egress", VerdictFields.of(ends.egress()));
        fields.set("ingress", VerdictFields.of(ends.ingress()));
        return fields;
    }
}
