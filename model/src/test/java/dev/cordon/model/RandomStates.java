package dev.cordon.model;

import dev.cordon.model.policy.Entity;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;

/// Random states in which every reference leads somewhere, biased to collisions.
///
/// Few addresses, ports and priorities, so that rules touch, overlap and tie. Two VPCs use the same
/// addresses; within a VPC no two ENIs do. Besides what commands make there is what the model
/// allows and no command makes: an ENI in no group or in groups of both types, a group that names
/// itself, a peer of one family with a local side or protocol of the other.
public final class RandomStates {

    private final Chance chance;

    public RandomStates(Chance chance) {
        this.chance = chance;
    }

    public PolicyState next() {
        return PolicyState.EMPTY.apply(nextChanges());
    }

    /// Returns the making of a state: one put for each object, each after what it refers to. They
    /// lead to the same state in any order.
    public List<Change> nextChanges() {
        RandomLists lists = new RandomLists(chance);
        List<Entity> entities = new ArrayList<>(lists.entities());
        int vpcCount = chance.between(1, 2);
        for (int number = 1; number <= vpcCount; number++) {
            entities.addAll(new RandomVpc(chance, lists, number).entities());
        }
        return entities.stream().<Change>map(Put::new).toList();
    }
}
