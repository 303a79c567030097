package dev.cordon.engine.session;

import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Whose verdicts some changes may alter: the members of the groups that changed, those whose rules
/// name a group or list that changed, and those who share a group with an ENI that changed.
public final class Affected {

    private Affected() {}

    /// @param before the state to which the changes were applied
    /// @param after what they led to
    public static SortedSet<EniId> by(Collection<Change> changes, PolicyState before, PolicyState after) {
        SortedSet<EniId> affected = new TreeSet<>();
        for (Change change : changes) {
            for (PolicyState state : List.of(before, after)) {
                find(idOf(change), state).stream()
                        .flatMap(entity -> by(entity, state))
                        .forEach(affected::add);
            }
        }
        return affected;
    }

    private static Stream<EniId> by(Entity entity, PolicyState state) {
        return switch (entity) {
            case Eni eni ->
                Stream.concat(Stream.of(eni.id()), eni.groups().stream().flatMap(group -> byMembership(group, state)));
            case Rule rule -> members(rule.group(), state);
            case SecurityGroup group -> members(group.id(), state);
            case PrefixList list -> carriers(state.rulesNaming(list.id()), state);
            case PortList list -> carriers(state.rulesNaming(list.id()), state);
            case Vpc vpc -> Stream.empty();
            case VSwitch vSwitch -> Stream.empty();
            case Instance instance -> Stream.empty();
        };
    }

    /// Who shares the group, and who names it.
    private static Stream<EniId> byMembership(SecurityGroupId group, PolicyState state) {
        return Stream.concat(members(group, state), carriers(state.rulesNaming(group), state));
    }

    private static Stream<EniId> carriers(Stream<Rule> rules, PolicyState state) {
        return rules.map(Rule::group).distinct().flatMap(group -> members(group, state));
    }

    private static Stream<EniId> members(SecurityGroupId group, PolicyState state) {
        return state.membersOf(group).map(Eni::id);
    }

    private static Id idOf(Change change) {
        return switch (change) {
            case Change.Put(Entity entity) -> entity.id();
            case Change.Delete(Id id) -> id;
        };
    }

    private static Optional<? extends Entity> find(Id id, PolicyState state) {
        return switch (id) {
            case VpcId vpc -> state.vpc(vpc);
            case VSwitchId vSwitch -> state.vSwitch(vSwitch);
            case SecurityGroupId group -> state.group(group);
            case RuleId rule -> state.rule(rule);
            case PrefixListId list -> state.prefixList(list);
            case PortListId list -> state.portList(list);
            case InstanceId instance -> state.instance(instance);
            case EniId eni -> state.eni(eni);
        };
    }
}
