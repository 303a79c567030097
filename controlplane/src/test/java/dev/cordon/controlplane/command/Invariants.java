package dev.cordon.controlplane.command;

import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What every state that commands lead to must satisfy, told from the objects alone.
public final class Invariants {

    private Invariants() {}

    /// Returns each reference of an object to one that is not there.
    public static List<String> danglingReferences(PolicyState state) {
        Set<Id> present = state.objects().map(Entity::id).collect(Collectors.toSet());
        return state.objects()
                .flatMap(entity -> references(entity)
                        .filter(target -> !present.contains(target))
                        .map(target -> entity.id() + " names missing " + target))
                .toList();
    }

    private static Stream<Id> references(Entity entity) {
        return switch (entity) {
            case Vpc vpc -> Stream.empty();
            case PrefixList list -> Stream.empty();
            case PortList list -> Stream.empty();
            case VSwitch vSwitch -> Stream.of(vSwitch.vpc());
            case SecurityGroup group -> Stream.of(group.vpc());
            case Instance instance -> Stream.of(instance.vpc());
            case Rule rule -> references(rule);
            case Eni eni -> references(eni);
        };
    }

    private static Stream<Id> references(Rule rule) {
        List<Id> ids = new ArrayList<>(List.of(rule.group()));
        switch (rule.match().peer()) {
            case Peer.Block(var block) -> {}
            case Peer.Group(var group) -> ids.add(group);
            case Peer.Listed(var list) -> ids.add(list);
        }
        switch (rule.match().destinationPorts()) {
            case PortMatch.Range(var range) -> {}
            case PortMatch.Listed(var list) -> ids.add(list);
        }
        return ids.stream();
    }

    private static Stream<Id> references(Eni eni) {
        List<Id> ids = new ArrayList<>(eni.groups());
        ids.add(eni.vpc());
        ids.add(eni.vSwitch());
        switch (eni.attachment()) {
            case Attached(var instance, var role) -> ids.add(instance);
            case Detached() -> {}
        }
        return ids.stream();
    }

    /// Returns each ENI and group that exceeds a quota, or has what it may not have twice.
    static List<String> excesses(PolicyState state, Quotas quotas) {
        Stream<String> enis =
                state.enis().filter(eni -> isExcessive(eni, state, quotas)).map(Eni::toString);
        Stream<String> groups = state.groups()
                .filter(group -> isExcessive(group, state, quotas))
                .map(SecurityGroup::toString);
        return Stream.of(enis, groups, sharedAddresses(state))
                .flatMap(all -> all)
                .toList();
    }

    private static boolean isExcessive(Eni eni, PolicyState state, Quotas quotas) {
        return eni.groups().isEmpty()
                || eni.groups().size() > quotas.groupsPerEni()
                || 1 + eni.addresses().others().size() > quotas.enis().addressesPerEni()
                || Weights.ofEni(eni, state) > quotas.ruleWeightPerEni()
                || eni.groups().stream()
                                .map(id -> state.group(id).orElseThrow())
                                .map(group -> group.type() + " of " + group.vpc())
                                .distinct()
                                .count()
                        > 1;
    }

    private static boolean isExcessive(SecurityGroup group, PolicyState state, Quotas quotas) {
        List<Rule> rules = state.rulesOf(group.id());
        Set<Object> seen = new HashSet<>();
        return Weights.placesTaken(group, state) > Weights.placesMax(group, quotas)
                || rules.stream()
                                .filter(rule -> rule.match().peer() instanceof Peer.Group)
                                .count()
                        > quotas.groupReferencesPerGroup()
                || rules.stream().anyMatch(rule -> !seen.add(List.of(rule.direction(), rule.position())))
                || rules.stream().anyMatch(rule -> !seen.add(List.of(rule.direction(), RuleContent.of(rule))));
    }

    private static Stream<String> sharedAddresses(PolicyState state) {
        Set<Object> seen = new HashSet<>();
        return state.enis()
                .flatMap(eni -> Stream.concat(Stream.of(eni.addresses().primary()), eni.addresses().others().stream())
                        .filter(address -> !seen.add(List.of(eni.vpc(), address)))
                        .map(address -> eni.id() + " has " + address + " of another"));
    }
}
