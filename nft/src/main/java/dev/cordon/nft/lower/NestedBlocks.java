package dev.cordon.nft.lower;

import dev.cordon.model.net.CidrBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Blocks of more than one address that may lie in each other, with what an address in each of them
/// is in.
final class NestedBlocks {

    private record Nested(CidrBlock block, int membership, Optional<Nested> around) {}

    private final TreeMap<CidrBlock, Nested> blocks = new TreeMap<>();

    private NestedBlocks() {}

    /// @param explicit memberships of blocks by themselves; single addresses are passed over
    static NestedBlocks of(Map<CidrBlock, Integer> explicit, NumberSets memberships) {
        NestedBlocks nested = new NestedBlocks();
        List<Nested> around = new ArrayList<>();
        // A wider block comes before those in it.
        new TreeMap<>(explicit).forEach((block, membership) -> {
            if (Identities.isHost(block)) {
                return;
            }
            while (!around.isEmpty() && !around.getLast().block().contains(block)) {
                around.removeLast();
            }
            Optional<Nested> parent = around.isEmpty() ? Optional.empty() : Optional.of(around.getLast());
            int inherited = parent.map(Nested::membership).orElse(NumberSets.EMPTY);
            Nested here = new Nested(block, memberships.union(membership, inherited), parent);
            nested.blocks.put(block, here);
            around.add(here);
        });
        return nested;
    }

    /// Returns what a single address is in by the blocks around it.
    int around(CidrBlock host) {
        Optional<Nested> candidate =
                Optional.ofNullable(blocks.floorEntry(host)).map(Map.Entry::getValue);
        while (candidate.isPresent() && !candidate.get().block().contains(host)) {
            candidate = candidate.get().around();
        }
        return candidate.map(Nested::membership).orElse(NumberSets.EMPTY);
    }

    /// Returns the same as blocks of which none lies in another.
    Map<CidrBlock, Integer> disjoint() {
        Map<CidrBlock, Integer> disjoint = new HashMap<>();
        blocks.values().stream()
                .filter(nested -> nested.around().isEmpty())
                .forEach(nested -> split(nested.block(), nested.membership(), disjoint));
        return disjoint;
    }

    private void split(CidrBlock block, int inherited, Map<CidrBlock, Integer> disjoint) {
        int membership =
                Optional.ofNullable(blocks.get(block)).map(Nested::membership).orElse(inherited);
        Optional<CidrBlock> inside =
                Optional.ofNullable(blocks.higherKey(block)).filter(block::contains);
        if (inside.isEmpty()) {
            disjoint.put(block, membership);
            return;
        }
        block.halves().forEach(half -> split(half, membership, disjoint));
    }
}
