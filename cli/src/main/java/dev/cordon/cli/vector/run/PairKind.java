package dev.cordon.cli.vector.run;

import dev.cordon.cli.vector.form.ConfigForm;
import dev.cordon.cli.vector.form.Fields;
import dev.cordon.cli.vector.run.Pair.Connection;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// `pair`: a set of probes between two ENIs, both ways. Interconnected is all of them, isolated
/// none.
public record PairKind() implements VectorKind {

    private static final List<Connection> PROBES = List.of(
            Connection.of(IpProtocol.TCP, 22),
            Connection.of(IpProtocol.TCP, 8080),
            Connection.of(IpProtocol.UDP, 53),
            Connection.of(IpProtocol.ICMP, 0));

    @Override
    public List<Disagreement> run(Vector vector, Profile profile) {
        PolicyState state = ConfigForm.read(vector.config());
        Pair pair = Pair.of(state, Fields.text(vector.flow(), "a"), Fields.text(vector.flow(), "b"));
        return Reader.all(profile, state).stream()
                .flatMap(reader -> Disagreement.between(reader.name(), fields(pair, reader), vector.expect()).stream())
                .toList();
    }

    /// Returns true or false as far as all probes agree, and which were delivered if they do not.
    public static ObjectNode fields(Pair pair, Reader reader) {
        List<String> delivered = new ArrayList<>();
        for (Pair way : List.of(pair, pair.reversed())) {
            for (Connection probe : PROBES) {
                if (way.connect(probe, reader).delivered()) {
                    delivered.add(
                            way.from().id() + " to " + way.to().id() + " " + probe.protocol() + " " + probe.port());
                }
            }
        }
        boolean all = delivered.size() == 2 * PROBES.size();
        return delivered.isEmpty() || all
                ? Json.object().put("interconnected", all)
                : Json.object().put("interconnected", "only " + String.join(", ", delivered));
    }
}
