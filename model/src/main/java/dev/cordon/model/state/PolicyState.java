package dev.cordon.model.state;

import dev.cordon.model.policy.Described;
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
import dev.cordon.model.state.Change.Delete;
import dev.cordon.model.state.Change.Put;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything the user has said: the fold of all changes up to a revision.
///
/// Immutable; a changed state shares what did not change. Two states with the same objects are
/// equal, whatever changes led to them. Commands see to it that every reference in a state leads
/// somewhere. Streams of objects are in the order of the ids.
public final class PolicyState {

    public static final PolicyState EMPTY = new PolicyState(SortedTable.empty(), References.NONE);

    /// The order of a group's rules as its user sees them.
    private static final Comparator<Rule> AS_WRITTEN =
            Comparator.comparingInt(Rule::position).thenComparing(Rule::id);

    private final SortedTable<Kind, SortedTable<String, Entity>> objects;
    private final References references;

    private PolicyState(SortedTable<Kind, SortedTable<String, Entity>> objects, References references) {
        this.objects = objects;
        this.references = references;
    }

    public PolicyState apply(Collection<Change> changes) {
        PolicyState state = this;
        for (Change change : changes) {
            state = state.apply(change);
        }
        return state;
    }

    public PolicyState apply(Change change) {
        return switch (change) {
            case Put(Entity entity) -> {
                References freed = find(entity.id()).map(references::without).orElse(references);
                yield replaced(
                        entity.id(),
                        table(Kind.of(entity.id())).with(entity.id().value(), entity),
                        freed.with(entity));
            }
            case Delete(Id id) -> {
                References freed = find(id).map(references::without).orElse(references);
                yield replaced(id, table(Kind.of(id)).without(id.value()), freed);
            }
        };
    }

    private PolicyState replaced(Id id, SortedTable<String, Entity> table, References changed) {
        Kind kind = Kind.of(id);
        return new PolicyState(table.isEmpty() ? objects.without(kind) : objects.with(kind, table), changed);
    }

    public Optional<Vpc> vpc(VpcId id) {
        return find(id).map(Vpc.class::cast);
    }

    public Optional<VSwitch> vSwitch(VSwitchId id) {
        return find(id).map(VSwitch.class::cast);
    }

    public Optional<SecurityGroup> group(SecurityGroupId id) {
        return find(id).map(SecurityGroup.class::cast);
    }

    public Optional<Rule> rule(RuleId id) {
        return find(id).map(Rule.class::cast);
    }

    public Optional<Eni> eni(EniId id) {
        return find(id).map(Eni.class::cast);
    }

    public Optional<Instance> instance(InstanceId id) {
        return find(id).map(Instance.class::cast);
    }

    public Optional<PrefixList> prefixList(PrefixListId id) {
        return find(id).map(PrefixList.class::cast);
    }

    /// Returns an object of any kind that people describe. A rule is none.
    public Optional<Described> described(Id id) {
        return described(Kind.of(id), id.value());
    }

    /// Returns the object of a kind that has an id.
    public Optional<Described> described(Kind kind, String id) {
        return table(kind).get(id).flatMap(entity -> described(entity).findFirst());
    }

    /// Returns all objects of a kind.
    public Stream<Described> described(Kind kind) {
        return all(kind).flatMap(PolicyState::described);
    }

    private static Stream<Described> described(Entity entity) {
        return switch (entity) {
            case Described described -> Stream.of(described);
            case Rule rule -> Stream.empty();
        };
    }

    /// Returns how many objects of a kind there are.
    public int count(Kind kind) {
        return table(kind).size();
    }

    public Optional<PortList> portList(PortListId id) {
        return find(id).map(PortList.class::cast);
    }

    public Stream<Vpc> vpcs() {
        return all(Kind.VPC).map(Vpc.class::cast);
    }

    public Stream<VSwitch> vSwitches() {
        return all(Kind.V_SWITCH).map(VSwitch.class::cast);
    }

    public Stream<SecurityGroup> groups() {
        return all(Kind.GROUP).map(SecurityGroup.class::cast);
    }

    public Stream<Eni> enis() {
        return all(Kind.ENI).map(Eni.class::cast);
    }

    public Stream<Instance> instances() {
        return all(Kind.INSTANCE).map(Instance.class::cast);
    }

    /// Returns all objects, each after what it refers to.
    public Stream<Entity> objects() {
        return Arrays.stream(Kind.values()).flatMap(this::all);
    }

    /// Returns the members of a group, in the order of their ids.
    public Stream<Eni> membersOf(SecurityGroupId group) {
        return references.fromEnis(group);
    }

    /// Returns the rules of a group, in the order in which they were written.
    public List<Rule> rulesOf(SecurityGroupId group) {
        return references
                .fromRules(group)
                .filter(rule -> rule.group().equals(group))
                .sorted(AS_WRITTEN)
                .toList();
    }

    /// Returns how many rules a group has or is named by, at most: a bound that is quick to tell.
    public int ruleCount(SecurityGroupId group) {
        return references.ruleCount(group);
    }

    /// Returns the rules, of other groups, that name a group as their peer.
    public Stream<Rule> rulesNaming(SecurityGroupId group) {
        return references.fromRules(group).filter(rule -> !rule.group().equals(group));
    }

    /// Returns the rules that name a prefix list as their peer.
    public Stream<Rule> rulesNaming(PrefixListId list) {
        return references.fromRules(list);
    }

    /// Returns the rules that name a port list.
    public Stream<Rule> rulesNaming(PortListId list) {
        return references.fromRules(list);
    }

    public Stream<PrefixList> prefixLists() {
        return all(Kind.PREFIX_LIST).map(PrefixList.class::cast);
    }

    public Stream<PortList> portLists() {
        return all(Kind.PORT_LIST).map(PortList.class::cast);
    }

    /// Returns the ENIs of an instance.
    public Stream<Eni> enisOf(InstanceId instance) {
        return references.fromEnis(instance);
    }

    /// Returns the ENIs of a vSwitch.
    public Stream<Eni> enisOf(VSwitchId vSwitch) {
        return references.fromEnis(vSwitch);
    }

    /// Returns the objects in which another state differs from this one. Costs what differs, not
    /// what there is, if one of the states came from the other by changes.
    public List<Replaced<Entity>> differences(PolicyState next) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> table(kind).differences(next.table(kind)).stream())
                .toList();
    }

    private Optional<Entity> find(Id id) {
        return table(Kind.of(id)).get(id.value());
    }

    private Stream<Entity> all(Kind kind) {
        return table(kind).values();
    }

    private SortedTable<String, Entity> table(Kind kind) {
        return objects.get(kind).orElseGet(SortedTable::empty);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyState that && objects.equals(that.objects);
    }

    @Override
    public int hashCode() {
        return objects.hashCode();
    }

    @Override
    public String toString() {
        return objects.toString();
    }
}
