package dev.cordon.cli.vector.run;

import dev.cordon.cli.vector.form.ConfigForm;
import dev.cordon.cli.vector.form.Fields;
import dev.cordon.cli.vector.form.PacketForm;
import dev.cordon.cli.vector.form.RuleForm;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `decide`: one packet at one ENI, without sessions.
public record DecideKind() implements VectorKind {

    @Override
    public List<Disagreement> run(Vector vector, Profile profile) {
        JsonNode packet = vector.flow();
        EniId eni = new EniId(Fields.text(packet, "eni"));
        Direction direction = RuleForm.direction(packet, "direction");
        Flow flow = PacketForm.read(packet).flow();
        return Reader.all(profile, ConfigForm.read(vector.config())).stream()
                .flatMap(reader -> Disagreement.between(
                        reader.name(), VerdictFields.of(reader.decide(eni, direction, flow)), vector.expect())
                        .stream())
                .toList();
    }
}
