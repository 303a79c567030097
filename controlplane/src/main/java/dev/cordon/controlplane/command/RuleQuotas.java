package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.ListRejection.AssociationLimit;
import dev.cordon.controlplane.command.RuleRejection.GroupReferenceLimit;
import dev.cordon.controlplane.command.RuleRejection.RuleLimit;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether rules that are new to a group stay within the quotas of it and of its members.
record RuleQuotas(SecurityGroupId group, PolicyState state, Quotas quotas) {

    /// @param added rules that the group does not hold yet
    Optional<Rejection> refusal(List<NewRule> added) {
        List<RuleMatch> matches = added.stream().map(NewRule::match).toList();
        return tooManyReferences(matches).or(() -> tooManyGroups(matches)).or(() -> tooHeavy(matches));
    }

    private Optional<Rejection> tooManyReferences(List<RuleMatch> added) {
        long addedCount = added.stream().filter(Weights::namesGroup).count();
        if (addedCount == 0) {
            return Optional.empty();
        }
        long count = Weights.referencesOf(group, state) + addedCount;
        return count <= quotas.groupReferencesPerGroup()
                ? Optional.empty()
                : Optional.of(new GroupReferenceLimit(group, quotas.groupReferencesPerGroup()));
    }

    private Optional<Rejection> tooManyGroups(List<RuleMatch> added) {
        return added.stream().flatMap(match -> tooManyGroups(match).stream()).findFirst();
    }

    private Optional<Rejection> tooManyGroups(RuleMatch match) {
        return switch (match.peer()) {
            case Peer.Block(var block) -> Optional.empty();
            case Peer.Group(var peer) -> Optional.empty();
            case Peer.Listed(var list) -> {
                int countMax = quotas.lists().groupsPerPrefixList();
                long others = state.rulesNaming(list)
                        .map(Rule::group)
                        .filter(other -> !other.equals(group))
                        .distinct()
                        .count();
                yield others < countMax ? Optional.empty() : Optional.of(new AssociationLimit(list, countMax));
            }
        };
    }

    /// A group that is too heavy for any ENI is refused even while it has no members.
    private Optional<Rejection> tooHeavy(List<RuleMatch> added) {
        if (added.isEmpty()) {
            return Optional.empty();
        }
        long addedWeight =
                added.stream().mapToLong(match -> Weights.ofRule(match, state)).sum();
        long groupWeight = Weights.ofGroup(group, state) + addedWeight;
        if (groupWeight > quotas.ruleWeightPerEni()) {
            return Optional.of(new RuleLimit(group, groupWeight, quotas.ruleWeightPerEni()));
        }
        return tooHeavyForMember(addedWeight);
    }

    private Optional<Rejection> tooHeavyForMember(long addedWeight) {
        Map<SecurityGroupId, Long> weights = new HashMap<>();
        return state.membersOf(group)
                .flatMap(eni -> refusal(eni, addedWeight + weightOf(eni, weights)).stream())
                .findFirst();
    }

    private long weightOf(Eni eni, Map<SecurityGroupId, Long> known) {
        return eni.groups().stream()
                .mapToLong(id -> known.computeIfAbsent(id, unknown -> Weights.ofGroup(unknown, state)))
                .sum();
    }

    private Optional<Rejection> refusal(Eni eni, long weight) {
        return weight <= quotas.ruleWeightPerEni()
                ? Optional.empty()
                : Optional.of(new RuleLimit(eni.id(), weight, quotas.ruleWeightPerEni()));
    }
}
