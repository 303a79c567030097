package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.NewRule;
import dev.cordon.ecs.error.GroupErrors;
import dev.cordon.ecs.error.PermissionErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.AccountId;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;

/// Changes a rule: what is given takes the place of what was, the rest stays.
///
/// Without the rule's id the older way holds: the rule is found by its values, and its description
/// alone can change.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-modifysecuritygrouprule ModifySecurityGroupRule
/// @spec https://alibabacloud.com/help/en/ecs/api-modifysecuritygroupegressrule
/// ModifySecurityGroupEgressRule
record ModifySecurityGroupRule(Desk desk, Direction direction) implements Operation {

    @Override
    public String name() {
        return switch (direction) {
            case INGRESS -> "ModifySecurityGroupRule";
            case EGRESS -> "ModifySecurityGroupEgressRule";
        };
    }

    @Override
    public Takes takes() {
        return reader().takesOne().and("SecurityGroupId", "SecurityGroupRuleId");
    }

    @Override
    public Fields<?> answers() {
        return Answers.DONE;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        SecurityGroupId group = parameters.id("SecurityGroupId", SecurityGroupId::new, GroupErrors.malformedId());
        PolicyState state = desk.state();
        List<Rule> rules = state.rulesOf(group).stream()
                .filter(rule -> rule.direction() == direction)
                .toList();
        return parameters.then(() -> {
            if (state.group(group).isEmpty()) {
                return new EcsResult.Failure(GroupErrors.notFound(group));
            }
            return parameters.has("SecurityGroupRuleId")
                    ? byId(request, parameters, rules, state)
                    : byValues(request, parameters, rules);
        });
    }

    private EcsResult byId(EcsRequest request, Parameters parameters, List<Rule> rules, PolicyState state) {
        RuleId id = parameters.id(
                "SecurityGroupRuleId", RuleId::new, PermissionErrors.unknownRuleId("No rule has a malformed id."));
        return parameters.then(() -> {
            Optional<Rule> found =
                    rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
            return found.map(rule -> replace(request, rule, state))
                    .orElseGet(() -> new EcsResult.Failure(PermissionErrors.ruleToModifyNotFound()));
        });
    }

    private EcsResult replace(EcsRequest request, Rule rule, PolicyState state) {
        Seen<Rule> seen = desk.seen(rule, state);
        RuleEdit edit =
                new RuleEdit(request.parameters(), RuleSides.of(direction).peer());
        Parameters merged =
                Parameters.of(new EcsRequest(request.requestId(), request.action(), request.caller(), edit.over(seen)));
        if (edit.changesPeerKind(seen)) {
            merged.wrong(PermissionErrors.peerKindFixed(RuleSides.of(direction).peer()));
        }
        List<Permission> read = new PermissionReader(direction, rule.details().createdAt()).read(merged);
        return merged.then(() -> desk.execute(
                request, new Command.ReplaceRule(rule, read.getFirst().toRule(rule.id(), desk.neighbours()))));
    }

    private EcsResult byValues(EcsRequest request, Parameters parameters, List<Rule> rules) {
        List<Permission> read = reader().read(parameters);
        return parameters.then(() -> {
            Permission wanted = read.getFirst();
            return rules.stream()
                    .filter(rule -> wanted.toPattern().fits(rule))
                    .findFirst()
                    .map(rule -> describe(request, rule, wanted.details().description()))
                    .orElseGet(() -> new EcsResult.Failure(PermissionErrors.ruleToModifyNotFound()));
        });
    }

    private PermissionReader reader() {
        return new PermissionReader(direction, desk.now());
    }

    private EcsResult describe(EcsRequest request, Rule rule, String description) {
        RuleDetails old = rule.details();
        RuleDetails details = new RuleDetails(old.peerText(), old.localText(), description, old.createdAt());
        Optional<AccountId> owner = desk.neighbours().owner(rule);
        NewRule content = new NewRule(rule.id(), rule.match(), rule.action(), rule.priority(), details, owner);
        return desk.execute(request, new Command.ReplaceRule(rule, content));
    }
}
