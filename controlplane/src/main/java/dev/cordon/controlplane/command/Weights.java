package dev.cordon.controlplane.command;

import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;

/// How much of a quota an object uses up.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/security-group-rules Rule quota
public final class Weights {

    private Weights() {}

    /// Returns 1, or the most entries that the rule's list may hold, filled or not; the product of
    /// both if it names a prefix list and a port list.
    ///
    /// The product is our reading: the sources are silent about rules that name two lists.
    ///
    /// @spec https://www.alibabacloud.com/help/en/doc-detail/207969.html Prefix lists
    public static long ofRule(RuleMatch match, PolicyState state) {
        long peers = switch (match.peer()) {
            case Peer.Block(var block) -> 1;
            case Peer.Group(var group) -> 1;
            case Peer.Listed(var list) -> state.prefixList(list).orElseThrow().entryCountMax();
        };
        long ports = switch (match.destinationPorts()) {
            case PortMatch.Range(var range) -> 1;
            case PortMatch.Listed(var list) ->
                state.portList(list).orElseThrow().entryCountMax();
        };
        return peers * ports;
    }

    /// Returns the weight of all rules of a group, of both directions.
    public static long ofGroup(SecurityGroupId group, PolicyState state) {
        return state.rulesOf(group).stream()
                .mapToLong(rule -> ofRule(rule.match(), state))
                .sum();
    }

    /// Returns the weight of all rules that an ENI carries: those of all its groups.
    public static long ofEni(Eni eni, PolicyState state) {
        return eni.groups().stream().mapToLong(group -> ofGroup(group, state)).sum();
    }

    /// Returns how many rules of a group, of both directions, name a group.
    public static long referencesOf(SecurityGroupId group, PolicyState state) {
        return state.rulesOf(group).stream()
                .filter(rule -> namesGroup(rule.match()))
                .count();
    }

    static boolean namesGroup(RuleMatch match) {
        return switch (match.peer()) {
            case Peer.Group(var peer) -> true;
            case Peer.Block(var block) -> false;
            case Peer.Listed(var list) -> false;
        };
    }

    /// Returns what an ENI takes up in a group of a type.
    ///
    /// A basic group counts private addresses, primary, secondary and IPv6, a delegated prefix as
    /// one; an advanced group counts ENIs.
    ///
    /// @spec https://help.aliyun.com/document_detail/120621.html Capacity of groups
    public static int placesOf(EniAddresses addresses, SecurityGroup group) {
        return switch (group.type()) {
            case BASIC -> 1 + addresses.others().size() + addresses.prefixes().size();
            case ADVANCED -> 1;
        };
    }

    /// Returns what the members of a group take up in it.
    public static int placesTaken(SecurityGroup group, PolicyState state) {
        return state.membersOf(group.id())
                .mapToInt(eni -> placesOf(eni.addresses(), group))
                .sum();
    }

    /// Returns what there is room for in a group of its type.
    public static int placesMax(SecurityGroup group, Quotas quotas) {
        return switch (group.type()) {
            case BASIC -> quotas.addressesPerBasicGroup();
            case ADVANCED -> quotas.enisPerAdvancedGroup();
        };
    }
}
