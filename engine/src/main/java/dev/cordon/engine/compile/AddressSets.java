package dev.cordon.engine.compile;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The address sets of one compile; the set of a group is made once.
final class AddressSets {

    private final PolicyState state;
    private final Map<SecurityGroupId, AddressSet> ofGroups = new HashMap<>();

    AddressSets(PolicyState state) {
        this.state = state;
    }

    AddressSet of(Peer peer) {
        return switch (peer) {
            case Peer.Block(CidrBlock block) -> new AddressSet(List.of(block));
            case Peer.Group(SecurityGroupId group) -> ofMembers(group);
            case Peer.Listed(var list) ->
                AddressSet.union(state.prefixList(list).orElseThrow().entries());
        };
    }

    /// Returns the private addresses of all members of a group.
    AddressSet ofMembers(SecurityGroupId group) {
        return ofGroups.computeIfAbsent(
                group,
                id -> AddressSet.union(state.membersOf(id)
                        .flatMap(member -> member.addresses().privateBlocks().stream())
                        .toList()));
    }

    /// Returns the private addresses of all members of a group but one.
    AddressSet ofOthers(SecurityGroupId group, EniId except) {
        return AddressSet.union(state.membersOf(group)
                .filter(member -> !member.id().equals(except))
                .map(Eni::addresses)
                .flatMap(addresses -> addresses.privateBlocks().stream())
                .toList());
    }
}
