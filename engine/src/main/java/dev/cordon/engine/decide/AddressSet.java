package dev.cordon.engine.decide;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A set of addresses of both families, as blocks of which no two overlap, in ascending order.
///
/// A value: two sets with the same blocks are the same set, whatever group or list they came from.
public record AddressSet(List<CidrBlock> blocks) {

    public AddressSet {
        blocks = List.copyOf(blocks);
        for (int i = 1; i < blocks.size(); i++) {
            if (blocks.get(i - 1).compareTo(blocks.get(i)) >= 0
                    || blocks.get(i - 1).contains(blocks.get(i))) {
                throw new IllegalArgumentException("blocks out of order or overlapping `" + blocks.get(i) + "`");
            }
        }
    }

    /// Returns the addresses that are in some of the blocks.
    public static AddressSet union(Collection<CidrBlock> blocks) {
        List<CidrBlock> disjoint = new ArrayList<>();
        for (CidrBlock block : blocks.stream().sorted().toList()) {
            if (disjoint.isEmpty() || !disjoint.getLast().contains(block)) {
                disjoint.add(block);
            }
        }
        return new AddressSet(disjoint);
    }

    public boolean contains(IpAddress address) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (blocks.get(middle).first().compareTo(address) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high >= 0 && blocks.get(high).contains(address);
    }

    public boolean overlaps(CidrBlock block) {
        return contains(block.first()) || blocks.stream().anyMatch(mine -> block.contains(mine));
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /// Returns the blocks of one family, in ascending order.
    public List<CidrBlock> of(AddressFamily family) {
        return blocks.stream().filter(block -> block.family() == family).toList();
    }
}
