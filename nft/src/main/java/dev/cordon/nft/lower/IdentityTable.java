package dev.cordon.nft.lower;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Value;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Blocks with their memberships, as elements of a map of the kernel, and how many have each.
final class IdentityTable {

    private final Map<CidrBlock, Integer> memberships = new HashMap<>();
    private final Map<AddressFamily, Map<Integer, Integer>> counts = new EnumMap<>(AddressFamily.class);
    private final Map<AddressFamily, SortedTable<Key, Element>> elements = new EnumMap<>(AddressFamily.class);

    SortedTable<Key, Element> elements(AddressFamily family) {
        return elements.getOrDefault(family, Lookup.noElements());
    }

    Set<Integer> memberships(AddressFamily family) {
        return counts.getOrDefault(family, Map.of()).keySet();
    }

    /// Returns the blocks that lie in another one.
    Stream<CidrBlock> within(CidrBlock block) {
        return elements(block.family())
                .keysFrom(new Key.Addresses(block))
                .flatMap(key -> key instanceof Key.Addresses(var inside) ? Stream.of(inside) : Stream.empty())
                .takeWhile(block::contains);
    }

    /// Gives a block another membership; the empty one takes it away.
    void put(CidrBlock block, int membership) {
        int before = memberships.getOrDefault(block, NumberSets.EMPTY);
        if (before == membership) {
            return;
        }
        AddressFamily family = block.family();
        Key key = new Key.Addresses(block);
        count(family, before, -1);
        count(family, membership, 1);
        if (membership == NumberSets.EMPTY) {
            memberships.remove(block);
            elements.put(family, elements(family).without(key));
        } else {
            memberships.put(block, membership);
            Value identity = new Value.Number(Identities.number(family, membership));
            elements.put(family, new Element(key, identity).in(elements(family)));
        }
    }

    private void count(AddressFamily family, int membership, int change) {
        if (membership != NumberSets.EMPTY) {
            counts.computeIfAbsent(family, fresh -> new HashMap<>())
                    .merge(membership, change, (is, more) -> is + more == 0 ? null : is + more);
        }
    }

    /// Makes the table hold these blocks and no others.
    void become(Map<CidrBlock, Integer> wanted) {
        Set.copyOf(memberships.keySet()).stream()
                .filter(block -> !wanted.containsKey(block))
                .forEach(block -> put(block, NumberSets.EMPTY));
        wanted.forEach(this::put);
    }
}
