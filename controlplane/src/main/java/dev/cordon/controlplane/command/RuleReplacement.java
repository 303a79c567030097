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

    static Decision decide(Command.ReplaceRule command, Sight sight, Quotas quotas) {
        PolicyState state = sight.own();
        Rule expected = command.expected();
        Optional<SecurityGroup> group = state.group(expected.group());
        if (group.isEmpty()) {
            return Decision.rejected(new GroupNotFound(expected.group()));
        }
        Optional<Rejection> managed = GroupCommands.managed(group.get());
        if (managed.isPresent()) {
            return Decision.rejected(managed.get());
        }
        return state.rule(expected.id())
                .filter(present -> isAsExpected(present, expected))
                .map(old ->
                        decide(old, command.content(), new RuleChecks(group.get(), sight, quotas.peerReach()), quotas))
                .orElseGet(() -> Decision.rejected(new RuleChanged(expected.id())));
    }

    private static Decision decide(Rule old, NewRule content, RuleChecks checks, Quotas quotas) {
        Rule replaced = content.at(old.group(), old.direction(), old.position());
        return checks.refusal(content)
                .or(() -> sameAsAnother(replaced, checks.state()))
                .or(() -> tooMuch(old, content, checks.state(), quotas))
                .map(Decision::rejected)
                .orElseGet(() -> accepted(old, replaced));
    }

    /// The place in the list is no part of what the user changes.
    private static boolean isAsExpected(Rule present, Rule expected) {
        return present.group().equals(expected.group())
                && present.direction() == expected.direction()
                && RuleContent.of(present).equals(RuleContent.of(expected))
                && present.details().equals(expected.details());
    }

    private static Decision accepted(Rule old, Rule replaced) {
        return old.equals(replaced)
                ? Decision.accepted(new Answer.Done())
                : Decision.accepted(new Answer.Done(), new Change.Put(replaced));
    }

    private static Optional<Rejection> sameAsAnother(Rule replaced, PolicyState state) {
        return state.rulesOf(replaced.group()).stream()
                .filter(rule -> rule.direction() == replaced.direction())
                .filter(rule -> !rule.id().equals(replaced.id()))
                .filter(rule -> RuleContent.of(rule).equals(RuleContent.of(replaced)))
                .findFirst()
                .map(rule -> new RuleExists(rule.id()));
    }

    private static Optional<Rejection> tooMuch(Rule old, NewRule content, PolicyState state, Quotas quotas) {
        PolicyState without = state.apply(new Change.Delete(old.id()));
        return new RuleQuotas(old.group(), without, quotas).refusal(List.of(content));
    }
}
