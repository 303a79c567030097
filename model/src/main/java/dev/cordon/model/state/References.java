package dev.cordon.model.state;

import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which ENIs and rules refer to an object: the way back from a group to its members and rules.
/// Holds them themselves, so that nobody has to look for each of a group's rules by its id.
///
/// Derived from the objects, so it has no part in the equality of states.
final class References {

    static final References NONE = new References(SortedTable.empty(), SortedTable.empty());

    private final SortedTable<String, SortedTable<EniId, Eni>> enis;
    private final SortedTable<String, SortedTable<RuleId, Rule>> rules;

    private References(
            SortedTable<String, SortedTable<EniId, Eni>> enis, SortedTable<String, SortedTable<RuleId, Rule>> rules) {
        this.enis = enis;
        this.rules = rules;
    }

    Stream<Eni> fromEnis(Id target) {
        return enis.get(key(target)).stream().flatMap(SortedTable::values);
    }

    Stream<Rule> fromRules(Id target) {
        return rules.get(key(target)).stream().flatMap(SortedTable::values);
    }

    int ruleCount(Id target) {
        return rules.get(key(target)).map(SortedTable::size).orElse(0);
    }

    References with(Entity entity) {
        return switch (entity) {
            case Eni eni -> new References(added(enis, targets(eni), eni.id(), eni), rules);
            case Rule rule -> new References(enis, added(rules, targets(rule), rule.id(), rule));
            case Vpc vpc -> this;
            case VSwitch vSwitch -> this;
            case SecurityGroup group -> this;
            case Instance instance -> this;
            case PrefixList prefixList -> this;
            case PortList portList -> this;
        };
    }

    References without(Entity entity) {
        return switch (entity) {
            case Eni eni -> new References(removed(enis, targets(eni), eni.id()), rules);
            case Rule rule -> new References(enis, removed(rules, targets(rule), rule.id()));
            case Vpc vpc -> this;
            case VSwitch vSwitch -> this;
            case SecurityGroup group -> this;
            case Instance instance -> this;
            case PrefixList prefixList -> this;
            case PortList portList -> this;
        };
    }

    private static List<Id> targets(Eni eni) {
        List<Id> targets = new ArrayList<>(eni.groups());
        targets.add(eni.vSwitch());
        switch (eni.attachment()) {
            case Attached(var instance, var role) -> targets.add(instance);
            case Detached() -> {}
        }
        return targets;
    }

    private static List<Id> targets(Rule rule) {
        List<Id> targets = new ArrayList<>();
        targets.add(rule.group());
        switch (rule.match().peer()) {
            case Peer.Group(var group) -> targets.add(group);
            case Peer.Listed(var list) -> targets.add(list);
            case Peer.Block(var block) -> {}
        }
        switch (rule.match().destinationPorts()) {
            case PortMatch.Listed(var list) -> targets.add(list);
            case PortMatch.Range(var range) -> {}
        }
        return targets;
    }

    private static <I extends Comparable<I>, E> SortedTable<String, SortedTable<I, E>> added(
            SortedTable<String, SortedTable<I, E>> from, List<Id> targets, I id, E entity) {
        SortedTable<String, SortedTable<I, E>> table = from;
        for (Id target : targets) {
            SortedTable<I, E> known = table.get(key(target)).orElseGet(SortedTable::empty);
            table = table.with(key(target), known.with(id, entity));
        }
        return table;
    }

    private static <I extends Comparable<I>, E> SortedTable<String, SortedTable<I, E>> removed(
            SortedTable<String, SortedTable<I, E>> from, List<Id> targets, I id) {
        SortedTable<String, SortedTable<I, E>> table = from;
        for (Id target : targets) {
            SortedTable<I, E> left =
                    table.get(key(target)).orElseGet(SortedTable::empty).without(id);
            table = left.isEmpty() ? table.without(key(target)) : table.with(key(target), left);
        }
        return table;
    }

    private static String key(Id id) {
        return Kind.of(id) + "/" + id.value();
    }
}
