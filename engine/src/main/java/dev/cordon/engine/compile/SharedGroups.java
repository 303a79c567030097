package dev.cordon.engine.compile;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Condition;
import dev.cordon.engine.decide.Condition.PeerIn;
import dev.cordon.engine.decide.Condition.PeerNotIn;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The clauses that connect an ENI with those that share an interconnected group.
///
/// An isolated group makes no clause: isolation is an absence.
final class SharedGroups {

    private final Profile profile;
    private final PolicyState state;
    private final AddressSets sets;

    SharedGroups(Profile profile, PolicyState state, AddressSets sets) {
        this.profile = profile;
        this.state = state;
        this.sets = sets;
    }

    /// Returns a clause for each interconnected group with another member, in the order of the
    /// ENI's groups.
    List<Clause> clauses(Eni eni) {
        List<Condition> unlessIsolated = profile.isolation() == Isolation.FIRST ? notIsolated(eni) : List.of();
        return groupsOf(eni)
                .filter(SecurityGroup::interconnects)
                .map(SecurityGroup::id)
                .flatMap(group -> clause(group, eni, unlessIsolated))
                .toList();
    }

    private Stream<Clause> clause(SecurityGroupId group, Eni eni, List<Condition> more) {
        AddressSet others = sets.ofOthers(group, eni);
        if (others.isEmpty()) {
            return Stream.empty();
        }
        List<Condition> conditions = new ArrayList<>(isOther(group, eni, others));
        conditions.addAll(more);
        return Stream.of(new Clause(conditions, Verdict.sharedGroup(group)));
    }

    /// Asks for an address of a member other than the ENI.
    ///
    /// Where no other member has an address of the ENI, the set of the whole group serves, so that
    /// all its members share one set.
    private List<Condition> isOther(SecurityGroupId group, Eni eni, AddressSet others) {
        AddressSet own = AddressSet.union(eni.addresses().privateBlocks());
        boolean distinct = own.blocks().noneMatch(others::overlaps);
        return distinct ? List.of(new PeerIn(sets.ofMembers(group)), new PeerNotIn(own)) : List.of(new PeerIn(others));
    }

    private List<Condition> notIsolated(Eni eni) {
        return groupsOf(eni)
                .filter(group -> group.type() == GroupType.BASIC && !group.interconnects())
                .map(group -> sets.ofOthers(group.id(), eni))
                .filter(others -> !others.isEmpty())
                .<Condition>map(PeerNotIn::new)
                .toList();
    }

    private Stream<SecurityGroup> groupsOf(Eni eni) {
        return eni.groups().stream().map(id -> state.group(id).orElseThrow());
    }
}
