package dev.cordon.cli.vector.run;

import dev.cordon.cli.vector.form.RuleForm;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a call that was accepted did to the state.
record ApiEffect(PolicyState before, PolicyState after, JsonNode parameters) {

    /// @param answer of the call, which names what it made
    ObjectNode fields(ObjectNode answer) {
        List<Rule> added = missing(after, before);
        ObjectNode fields = Json.object()
                .put("ok", true)
                .put("added", added.size())
                .put("removed", missing(before, after).size());
        added.stream().findFirst().or(this::changedRule).ifPresent(rule -> fields.set("rule", RuleForm.write(rule)));
        text(answer, "SecurityGroupId")
                .or(() -> text(parameters, "SecurityGroupId"))
                .flatMap(id -> after.group(new SecurityGroupId(id)))
                .ifPresent(group -> putGroup(fields, group));
        text(parameters, "NetworkInterfaceId")
                .flatMap(id -> after.eni(new EniId(id)))
                .ifPresent(eni -> putGroups(fields, eni));
        return fields;
    }

    private void putGroup(ObjectNode to, SecurityGroup group) {
        to.put("inner", group.intraGroupPolicy() == IntraGroupPolicy.INTERCONNECTED ? "Accept" : "Drop")
                .put("type", group.type() == GroupType.BASIC ? "normal" : "enterprise")
                .put("rules", after.rulesOf(group.id()).size());
    }

    private static void putGroups(ObjectNode to, Eni eni) {
        ArrayNode groups = to.putArray("groups");
        eni.groups().forEach(group -> groups.add(group.value()));
    }

    /// Returns a rule that is there before and after, but not the same.
    private Optional<Rule> changedRule() {
        return rules(after).stream()
                .filter(rule ->
                        before.rule(rule.id()).filter(old -> !old.equals(rule)).isPresent())
                .findFirst();
    }

    private static List<Rule> missing(PolicyState from, PolicyState in) {
        return rules(from).stream().filter(rule -> in.rule(rule.id()).isEmpty()).toList();
    }

    private static List<Rule> rules(PolicyState state) {
        return state.groups()
                .flatMap(group -> state.rulesOf(group.id()).stream())
                .toList();
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asString("")).filter(text -> !text.isEmpty());
    }
}
