package dev.cordon.engine.decide;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.state.Replaced;
import dev.cordon.model.state.SortedTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A set of addresses of both families, as blocks of which none holds another, in ascending order.
///
/// A value: two sets with the same blocks are the same set, whatever group or list they came from.
/// What is made of a set by adding or removing a block shares nearly all of it.
public final class AddressSet {

    public static final AddressSet EMPTY = new AddressSet(SortedTable.empty());

    private final SortedTable<CidrBlock, CidrBlock> blocks;

    private AddressSet(SortedTable<CidrBlock, CidrBlock> blocks) {
        this.blocks = blocks;
    }

    /// Returns the addresses of one block.
    public static AddressSet of(CidrBlock block) {
        return new AddressSet(EMPTY.blocks.with(block, block));
    }

    /// Returns the addresses that are in some of the blocks.
    public static AddressSet union(Collection<CidrBlock> blocks) {
        AddressSet union = EMPTY;
        for (CidrBlock block : blocks) {
            union = union.with(block);
        }
        return union;
    }

    /// Returns the set with all addresses of a block; those of its blocks that are in it are gone.
    public AddressSet with(CidrBlock block) {
        if (contains(block)) {
            return this;
        }
        SortedTable<CidrBlock, CidrBlock> others = blocks;
        for (CidrBlock inside : within(block).toList()) {
            others = others.without(inside);
        }
        return new AddressSet(others.with(block, block));
    }

    /// Returns the addresses that are in this set or in another. Costs the smaller of the two.
    public AddressSet or(AddressSet other) {
        AddressSet union = size() < other.size() ? other : this;
        for (CidrBlock block : (Iterable<CidrBlock>) (size() < other.size() ? this : other).blocks()::iterator) {
            union = union.with(block);
        }
        return union;
    }

    /// Returns the set with some blocks in place of one that holds them.
    ///
    /// @param block one of the blocks of the set; if it is none, nothing is replaced
    /// @param inside blocks in it, in ascending order
    public AddressSet replacing(CidrBlock block, Stream<CidrBlock> inside) {
        if (!blocks.contains(block)) {
            return this;
        }
        AddressSet replaced = new AddressSet(blocks.without(block));
        for (CidrBlock each : (Iterable<CidrBlock>) inside::iterator) {
            replaced = replaced.with(each);
        }
        return replaced;
    }

    public boolean contains(IpAddress address) {
        return contains(address.asBlock());
    }

    /// Tells whether every address of a block is in one of the blocks.
    public boolean contains(CidrBlock block) {
        return blocks.floor(block).filter(mine -> mine.contains(block)).isPresent();
    }

    public boolean overlaps(CidrBlock block) {
        return contains(block) || within(block).findFirst().isPresent();
    }

    private Stream<CidrBlock> within(CidrBlock block) {
        return blocks.keysFrom(block).takeWhile(block::contains);
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /// Returns the blocks of which another set does not hold every address. Costs what differs.
    public AddressSet beyond(AddressSet other) {
        AddressSet beyond = EMPTY;
        for (Replaced<CidrBlock> replaced : blocks.differences(other.blocks)) {
            Optional<CidrBlock> gone = replaced.before().filter(block -> !other.contains(block));
            beyond = gone.map(beyond::with).orElse(beyond);
        }
        return beyond;
    }

    /// Returns how many blocks there are.
    public int size() {
        return blocks.size();
    }

    /// Returns the blocks, in ascending order.
    public Stream<CidrBlock> blocks() {
        return blocks.keys();
    }

    /// Returns the blocks to take away and to add to come to another set, in ascending order. Costs
    /// what differs, if the one was made from the other.
    public List<Replaced<CidrBlock>> differences(AddressSet next) {
        return blocks.differences(next.blocks);
    }

    /// Returns the blocks of one family, in ascending order.
    public List<CidrBlock> of(AddressFamily family) {
        return blocks().filter(block -> block.family() == family).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressSet that && blocks.equals(that.blocks);
    }

    @Override
    public int hashCode() {
        return blocks.hashCode();
    }

    @Override
    public String toString() {
        return blocks().toList().toString();
    }
}
