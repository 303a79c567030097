package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.GroupRejection.GroupNotFound;
import dev.cordon.controlplane.command.RuleRejection.RuleNotFound;
import dev.cordon.controlplane.command.RuleRejection.RuleRepeated;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Decides commands about rules.
final class RuleCommands {

    private RuleCommands() {}

    /// A rule that the group has already is not added again, whatever its description says now.
    ///
    /// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroup AuthorizeSecurityGroup
    static Decision decide(Command.AuthorizeRules command, Sight sight, Quotas quotas) {
        PolicyState state = sight.own();
        Optional<SecurityGroup> found = state.group(command.group());
        if (found.isEmpty()) {
            return Decision.rejected(new GroupNotFound(command.group()));
        }
        SecurityGroup group = found.get();
        List<Rule> present = rulesOf(command.group(), command.direction(), state);
        Map<RuleContent, RuleId> known = new LinkedHashMap<>();
        present.forEach(rule -> known.put(RuleContent.of(rule), rule.id()));
        List<NewRule> added = command.rules().stream()
                .filter(rule -> !known.containsKey(rule.content()))
                .toList();
        return GroupCommands.managed(group)
                .or(() -> malformed(command.rules(), new RuleChecks(group, sight, quotas.peerReach())))
                .or(() -> repeated(command.rules()))
                .or(() -> takenId(added, state))
                .or(() -> new RuleQuotas(group.id(), state, quotas).refusal(added))
                .map(Decision::rejected)
                .orElseGet(() -> accepted(command, known, positioned(command, added, present)));
    }

    /// Revoking by values that fit no rule succeeds; an unknown id is a mistake.
    ///
    /// @spec https://alibabacloud.com/help/en/ecs/api-revokesecuritygroup RevokeSecurityGroup
    static Decision decide(Command.RevokeRules command, PolicyState state) {
        Optional<SecurityGroup> group = state.group(command.group());
        if (group.isEmpty()) {
            return Decision.rejected(new GroupNotFound(command.group()));
        }
        List<Rule> present = rulesOf(command.group(), command.direction(), state);
        return GroupCommands.managed(group.get())
                .or(() -> unknownId(command, present))
                .map(Decision::rejected)
                .orElseGet(() -> revoked(command.selection(), present));
    }

    private static List<Rule> rulesOf(SecurityGroupId group, Direction direction, PolicyState state) {
        return state.rulesOf(group).stream()
                .filter(rule -> rule.direction() == direction)
                .toList();
    }

    private static Optional<Rejection> malformed(List<NewRule> rules, RuleChecks checks) {
        return rules.stream().flatMap(rule -> checks.refusal(rule).stream()).findFirst();
    }

    private static Optional<Rejection> repeated(List<NewRule> rules) {
        Map<RuleContent, Integer> seen = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            Integer before = seen.putIfAbsent(rules.get(i).content(), i);
            if (before != null) {
                return Optional.of(new RuleRepeated(before, i));
            }
        }
        return Optional.empty();
    }

    private static Optional<Rejection> takenId(List<NewRule> added, PolicyState state) {
        Set<RuleId> seen = new HashSet<>();
        return added.stream()
                .map(NewRule::id)
                .filter(id -> !seen.add(id) || state.rule(id).isPresent())
                .findFirst()
                .map(Rejection.IdTaken::new);
    }

    private static List<Rule> positioned(Command.AuthorizeRules command, List<NewRule> added, List<Rule> present) {
        int next = present.stream().mapToInt(Rule::position).max().orElse(0) + 1;
        List<Rule> rules = new ArrayList<>();
        for (NewRule rule : added) {
            rules.add(rule.at(command.group(), command.direction(), next + rules.size()));
        }
        return rules;
    }

    private static Decision accepted(Command.AuthorizeRules command, Map<RuleContent, RuleId> known, List<Rule> added) {
        List<RuleId> ids = command.rules().stream()
                .map(rule -> known.getOrDefault(rule.content(), rule.id()))
                .toList();
        List<Change> changes = added.stream().<Change>map(Change.Put::new).toList();
        return new Decision.Accepted(changes, new Answer.RulesAuthorized(ids));
    }

    private static Optional<Rejection> unknownId(Command.RevokeRules command, List<Rule> present) {
        List<RuleId> known = present.stream().map(Rule::id).toList();
        return switch (command.selection()) {
            case RuleSelection.ByMatch(var patterns) -> Optional.empty();
            case RuleSelection.ByIds(var ids) ->
                ids.stream()
                        .filter(id -> !known.contains(id))
                        .findFirst()
                        .map(id -> new RuleNotFound(id, command.group()));
        };
    }

    private static Decision revoked(RuleSelection selection, List<Rule> present) {
        Stream<Rule> selected = switch (selection) {
            case RuleSelection.ByIds(var ids) -> present.stream().filter(rule -> ids.contains(rule.id()));
            case RuleSelection.ByMatch(var patterns) ->
                present.stream().filter(rule -> patterns.stream().anyMatch(pattern -> pattern.fits(rule)));
        };
        List<Change> changes =
                selected.<Change>map(rule -> new Change.Delete(rule.id())).toList();
        return new Decision.Accepted(changes, new Answer.RulesRevoked(changes.size()));
    }
}
