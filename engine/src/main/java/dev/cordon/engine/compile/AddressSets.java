package dev.cordon.engine.compile;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Replaced;
import dev.cordon.model.state.SortedTable;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// The address sets of a state. Each is made when it is first asked for, and follows the changes of
/// the states after it. May be asked from any thread.
final class AddressSets {

    private final PolicyState state;
    private SortedTable<SecurityGroupId, GroupAddresses> ofGroups;
    private SortedTable<PrefixListId, AddressSet> ofLists;

    private AddressSets(
            PolicyState state,
            SortedTable<SecurityGroupId, GroupAddresses> ofGroups,
            SortedTable<PrefixListId, AddressSet> ofLists) {
        this.state = state;
        this.ofGroups = ofGroups;
        this.ofLists = ofLists;
    }

    static AddressSets of(PolicyState state) {
        return new AddressSets(state, SortedTable.empty(), SortedTable.empty());
    }

    /// Returns the sets of another state. Costs what differs between the two.
    synchronized AddressSets at(PolicyState next) {
        if (ofGroups.isEmpty() && ofLists.isEmpty()) {
            return of(next);
        }
        AddressSets followed = new AddressSets(next, ofGroups, ofLists);
        for (Replaced<Entity> replaced : state.differences(next)) {
            replaced.before().ifPresent(gone -> followed.follow(gone, GroupAddresses::without));
            replaced.after().ifPresent(come -> followed.follow(come, GroupAddresses::with));
        }
        return followed;
    }

    private void follow(Entity entity, BiFunction<GroupAddresses, Eni, GroupAddresses> change) {
        switch (entity) {
            case Eni eni -> change(eni.groups(), members -> change.apply(members, eni));
            case PrefixList list -> ofLists = ofLists.without(list.id());
            case SecurityGroup group -> {}
            case Rule rule -> {}
            case PortList ports -> {}
            case Instance instance -> {}
            case VSwitch vSwitch -> {}
            case Vpc vpc -> {}
        }
    }

    /// A group that nobody has asked for stays unknown, and so does one that has no members left.
    private void change(List<SecurityGroupId> groups, UnaryOperator<GroupAddresses> change) {
        for (SecurityGroupId group : groups) {
            ofGroups = ofGroups.get(group)
                    .map(change)
                    .map(members -> members.set().isEmpty() ? ofGroups.without(group) : ofGroups.with(group, members))
                    .orElse(ofGroups);
        }
    }

    AddressSet of(Peer peer) {
        return switch (peer) {
            case Peer.Block(CidrBlock block) -> AddressSet.of(block);
            case Peer.Group(SecurityGroupId group) -> ofMembers(group);
            case Peer.Listed(PrefixListId list) -> ofList(list);
        };
    }

    private synchronized AddressSet ofList(PrefixListId id) {
        return ofLists.get(id).orElseGet(() -> {
            AddressSet set = AddressSet.union(state.prefixList(id).orElseThrow().entries());
            ofLists = ofLists.with(id, set);
            return set;
        });
    }

    /// Returns the private addresses of all members of a group.
    AddressSet ofMembers(SecurityGroupId group) {
        return members(group).set();
    }

    /// Returns the private addresses of all members of a group but one.
    AddressSet ofOthers(SecurityGroupId group, Eni except) {
        return members(group).without(except).set();
    }

    private synchronized GroupAddresses members(SecurityGroupId group) {
        return ofGroups.get(group).orElseGet(() -> {
            GroupAddresses members = membersInState(group);
            ofGroups = ofGroups.with(group, members);
            return members;
        });
    }

    private GroupAddresses membersInState(SecurityGroupId group) {
        GroupAddresses members = GroupAddresses.NONE;
        for (Eni member : (Iterable<Eni>) state.membersOf(group)::iterator) {
            members = members.with(member);
        }
        return members;
    }
}
