package dev.cordon.cli.vector.run;

import dev.cordon.cli.vector.form.ConfigForm;
import dev.cordon.cli.vector.form.Fields;
import dev.cordon.cli.vector.form.UnreadableVectorException;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.command.Weights;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `quota`: how much of a limit something uses up, as commands count it.
public record QuotaKind() implements VectorKind {

    @Override
    public List<Disagreement> run(Vector vector, Profile profile) {
        PolicyState state = ConfigForm.read(vector.config());
        ObjectNode got = fields(vector, state);
        return Disagreement.between("quotas", got, vector.expect()).stream().toList();
    }

    private static ObjectNode fields(Vector vector, PolicyState state) {
        JsonNode request = vector.request();
        Quotas quotas = VectorQuotas.of(vector.config(), request.path("group").asString(""));
        String calc = Fields.text(request, "calc");
        return switch (calc) {
            case "ruleWeight" -> usage(Weights.ofRule(rule(request, state).match(), state), quotas.ruleWeightPerEni());
            case "groupWeight" -> usage(Weights.ofGroup(group(request, state).id(), state), quotas.ruleWeightPerEni());
            case "eniWeight" -> usage(Weights.ofEni(eni(request, state), state), quotas.ruleWeightPerEni());
            case "groupIpUsage" -> {
                SecurityGroup group = group(request, state);
                yield usage(Weights.placesTaken(group, state), Weights.placesMax(group, quotas));
            }
            case "groupReferences" ->
                usage(Weights.referencesOf(group(request, state).id(), state), quotas.groupReferencesPerGroup());
            case "eniGroups" -> usage(eni(request, state).groups().size(), quotas.groupsPerEni());
            default -> throw new UnreadableVectorException("unknown calculation `" + calc + "`");
        };
    }

    private static ObjectNode usage(long value, long limit) {
        return Json.object().put("value", value).put("limit", limit).put("exceeded", value > limit);
    }

    private static Rule rule(JsonNode request, PolicyState state) {
        return state.rule(new RuleId(Fields.text(request, "rule")))
                .orElseThrow(() -> new UnreadableVectorException("no such rule: " + request));
    }

    private static SecurityGroup group(JsonNode request, PolicyState state) {
        return state.group(new SecurityGroupId(Fields.text(request, "group")))
                .orElseThrow(() -> new UnreadableVectorException("no such group: " + request));
    }

    private static Eni eni(JsonNode request, PolicyState state) {
        return state.eni(new EniId(Fields.text(request, "eni")))
                .orElseThrow(() -> new UnreadableVectorException("no such eni: " + request));
    }
}
