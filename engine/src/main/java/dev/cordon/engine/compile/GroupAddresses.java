package dev.cordon.engine.compile;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.state.SortedTable;

/// The private addresses of a group's members. Follows members that come and go.
///
/// @param ownerCounts how many members have a block; one block may lie in another
/// @param set all of them together
record GroupAddresses(SortedTable<CidrBlock, Integer> ownerCounts, AddressSet set) {

    static final GroupAddresses NONE = new GroupAddresses(SortedTable.empty(), AddressSet.EMPTY);

    GroupAddresses with(Eni member) {
        GroupAddresses with = this;
        for (CidrBlock block : member.addresses().privateBlocks()) {
            int count = with.ownerCounts.get(block).orElse(0);
            with = new GroupAddresses(
                    with.ownerCounts.with(block, count + 1), count == 0 ? with.set.with(block) : with.set);
        }
        return with;
    }

    GroupAddresses without(Eni member) {
        GroupAddresses without = this;
        for (CidrBlock block : member.addresses().privateBlocks()) {
            without = without.without(block);
        }
        return without;
    }

    private GroupAddresses without(CidrBlock block) {
        int count = ownerCounts.get(block).orElseThrow();
        if (count > 1) {
            return new GroupAddresses(ownerCounts.with(block, count - 1), set);
        }
        SortedTable<CidrBlock, Integer> left = ownerCounts.without(block);
        return new GroupAddresses(
                left, set.replacing(block, left.keysFrom(block).takeWhile(block::contains)));
    }
}
