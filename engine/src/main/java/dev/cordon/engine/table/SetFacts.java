package dev.cordon.engine.table;

import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;

/// What the groups of a set are, besides their rules.
///
/// @param interconnected numbers of the groups whose members reach each other, in the order of the
///     set
/// @param isolated numbers of the groups whose members are kept apart
/// @param type of the groups, which is the same for all that an ENI may be in
record SetFacts(List<Integer> interconnected, List<Integer> isolated, GroupType type) {

    SetFacts {
        interconnected = List.copyOf(interconnected);
        isolated = List.copyOf(isolated);
    }

    static SetFacts of(PolicyState state, GroupSet set) {
        List<Integer> interconnected = new ArrayList<>();
        List<Integer> isolated = new ArrayList<>();
        GroupType type = GroupType.BASIC;
        for (int i = 0; i < set.groups().size(); i++) {
            SecurityGroup group = state.group(set.likeness().groups().get(i)).orElseThrow();
            if (group.type() == GroupType.ADVANCED) {
                type = GroupType.ADVANCED;
            } else {
                (group.interconnects() ? interconnected : isolated)
                        .add(set.groups().get(i));
            }
        }
        return new SetFacts(interconnected, isolated, type);
    }
}
