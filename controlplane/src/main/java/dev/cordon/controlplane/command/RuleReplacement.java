package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.GroupRejection.GroupNotFound;
import dev.cordon.controlplane.command.RuleRejection.RuleChanged;
import dev.cordon.controlplane.command.RuleRejection.RuleExists;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;

/// Decides whether a rule may become another one.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-modifysecuritygrouprule ModifySecurityGroupRule
final class RuleReplacement {

    private RuleReplacement() {}

    static Decision decide(Command.ReplaceRule command, PolicyState state, Quotas quotas) {
        Rule old = command.expected();
        Optional<SecurityGroup> group = state.group(old.group());
        if (group.isEmpty()) {
            return Decision.rejected(new GroupNotFound(old.group()));
        }
        Rule replaced = command.content().at(old.group(), old.direction(), old.position());
        return GroupCommands.managed(group.get())
                .or(() -> changedMeanwhile(old, state))
                .or(() -> new RuleChecks(group.get(), state).refusal(command.content()))
                .or(() -> sameAsAnother(replaced, state))
                .or(() -> tooMuch(command, state, quotas))
                .map(Decision::rejected)
                .orElseGet(() -> accepted(old, replaced));
    }

    private static Decision accepted(Rule old, Rule replaced) {
        return old.equals(replaced)
                ? Decision.accepted(new Answer.Done())
                : Decision.accepted(new Answer.Done(), new Change.Put(replaced));
    }

    private static Optional<Rejection> changedMeanwhile(Rule expected, PolicyState state) {
        return state.rule(expected.id()).filter(expected::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new RuleChanged(expected.id()));
    }

    private static Optional<Rejection> sameAsAnother(Rule replaced, PolicyState state) {
        return state.rulesOf(replaced.group()).stream()
                .filter(rule -> rule.direction() == replaced.direction())
                .filter(rule -> !rule.id().equals(replaced.id()))
                .filter(rule -> RuleContent.of(rule).equals(RuleContent.of(replaced)))
                .findFirst()
                .map(rule -> new RuleExists(rule.id()));
    }

    private static Optional<Rejection> tooMuch(Command.ReplaceRule command, PolicyState state, Quotas quotas) {
        Rule old = command.expected();
        PolicyState without = state.apply(new Change.Delete(old.id()));
        return new RuleQuotas(old.group(), without, quotas).refusal(List.of(command.content()));
    }
}
