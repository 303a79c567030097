package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.MemberRejection.AlreadyMember;
import dev.cordon.controlplane.command.MemberRejection.EniGroupLimit;
import dev.cordon.controlplane.command.MemberRejection.GroupFull;
import dev.cordon.controlplane.command.MemberRejection.GroupMissing;
import dev.cordon.controlplane.command.MemberRejection.TypeMismatch;
import dev.cordon.controlplane.command.MemberRejection.VpcMismatch;
import dev.cordon.controlplane.command.RuleRejection.RuleLimit;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;

/// What a group asks of the ENIs that are to be attached to it.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-joinsecuritygroup JoinSecurityGroup
record Membership(PolicyState state, Quotas quotas) {

    /// Returns why new ENIs cannot start out in these groups.
    ///
    /// @param eni one of them, still in no group
    /// @param eniCount how many like it there will be
    Optional<Rejection> refusalOfNew(Eni eni, List<SecurityGroupId> groups, int eniCount) {
        if (groups.isEmpty()) {
            return Optional.of(new GroupMissing(eni.id()));
        }
        Eni joining = eni;
        for (SecurityGroupId group : groups) {
            Optional<Rejection> refusal = refusal(joining, group, eniCount);
            if (refusal.isPresent()) {
                return refusal;
            }
            joining = joining.joining(group);
        }
        return Optional.empty();
    }

    /// Returns why an ENI cannot be attached to a group.
    Optional<Rejection> refusal(Eni eni, SecurityGroupId group) {
        return refusal(eni, group, 1);
    }

    private Optional<Rejection> refusal(Eni eni, SecurityGroupId id, int eniCount) {
        Optional<SecurityGroup> found = state.group(id);
        if (found.isEmpty()) {
            return Optional.of(new GroupRejection.GroupNotFound(id));
        }
        SecurityGroup group = found.get();
        return GroupCommands.managed(group)
                .or(() -> alreadyMember(eni, group))
                .or(() -> otherVpc(eni, group))
                .or(() -> otherType(eni, group))
                .or(() -> tooManyGroups(eni))
                .or(() -> full(eni, group, eniCount))
                .or(() -> tooHeavy(eni, group));
    }

    /// Returns why an ENI cannot have other addresses than it has: a group of it is full.
    Optional<Rejection> refusalOfMore(Eni eni, EniAddresses addresses) {
        return eni.groups().stream()
                .map(id -> state.group(id).orElseThrow())
                .filter(group -> placesWith(eni, addresses, group) > Weights.placesMax(group, quotas))
                .findFirst()
                .map(group -> new GroupFull(group.id(), Weights.placesMax(group, quotas)));
    }

    private long placesWith(Eni eni, EniAddresses addresses, SecurityGroup group) {
        return (long) Weights.placesTaken(group, state)
                - Weights.placesOf(eni.addresses(), group)
                + Weights.placesOf(addresses, group);
    }

    /// Returns why an ENI cannot be in these groups in place of those that it is in.
    Optional<Rejection> refusalOfOthers(Eni eni, List<SecurityGroupId> groups) {
        Eni bare = eni.in(List.of());
        return eni.groups().stream()
                .filter(left -> !groups.contains(left))
                .flatMap(left -> GroupCommands.managed(state.group(left).orElseThrow()).stream())
                .findFirst()
                .or(() -> new Membership(state.apply(new Change.Put(bare)), quotas).refusalOfNew(bare, groups, 1));
    }

    private static Optional<Rejection> alreadyMember(Eni eni, SecurityGroup group) {
        return eni.groups().contains(group.id())
                ? Optional.of(new AlreadyMember(eni.id(), group.id()))
                : Optional.empty();
    }

    private static Optional<Rejection> otherVpc(Eni eni, SecurityGroup group) {
        return eni.vpc().equals(group.vpc())
                ? Optional.empty()
                : Optional.of(new VpcMismatch(eni.id(), eni.vpc(), group.id(), group.vpc()));
    }

    private Optional<Rejection> otherType(Eni eni, SecurityGroup group) {
        return eni.groups().stream()
                .filter(present -> state.group(present).orElseThrow().type() != group.type())
                .findFirst()
                .map(present -> new TypeMismatch(eni.id(), present, group.id()));
    }

    private Optional<Rejection> tooManyGroups(Eni eni) {
        return eni.groups().size() < quotas.groupsPerEni()
                ? Optional.empty()
                : Optional.of(new EniGroupLimit(eni.id(), quotas.groupsPerEni()));
    }

    private Optional<Rejection> full(Eni eni, SecurityGroup group, int eniCount) {
        int placesMax = Weights.placesMax(group, quotas);
        long places = Weights.placesTaken(group, state) + (long) eniCount * Weights.placesOf(eni.addresses(), group);
        return places <= placesMax ? Optional.empty() : Optional.of(new GroupFull(group.id(), placesMax));
    }

    private Optional<Rejection> tooHeavy(Eni eni, SecurityGroup group) {
        long weight = Weights.ofEni(eni, state) + Weights.ofGroup(group.id(), state);
        int weightMax = quotas.ruleWeightPerEni();
        return weight <= weightMax ? Optional.empty() : Optional.of(new RuleLimit(eni.id(), weight, weightMax));
    }
}
