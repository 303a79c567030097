package dev.cordon.cli.vector.run;

import dev.cordon.analysis.question.Answer;
import dev.cordon.analysis.question.RedundantRules;
import dev.cordon.cli.vector.form.ConfigForm;
import dev.cordon.cli.vector.form.Fields;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.wire.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `redundancy`: the rules of a group that decide nothing.
public record RedundancyKind() implements VectorKind {

    @Override
    public List<Disagreement> run(Vector vector, Profile profile) {
        SecurityGroupId group = new SecurityGroupId(Fields.text(vector.request(), "group"));
        Answer answer = RedundantRules.of(ConfigForm.read(vector.config()), group);
        ObjectNode got = Json.object();
        put(got.putArray("redundant"), answer.redundant());
        put(got.putArray("shadowed"), answer.shadowed());
        return Disagreement.between("analysis", got, vector.expect()).stream().toList();
    }

    private static void put(ArrayNode to, List<RuleId> rules) {
        rules.forEach(rule -> to.add(rule.value()));
    }
}
