package dev.cordon.nft.lower;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.nft.ruleset.NumberRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The identities of far addresses: two addresses have the same one if they are in the same of the
/// sets that some rule of this host asks for.
///
/// A set of all addresses of a family tells no two addresses apart, and does not count.
final class Identities {

    private final NumberSets memberships = new NumberSets();
    private final Map<CidrBlock, Integer> explicit = new HashMap<>();
    private final SortedMap<CidrBlock, Integer> hosts = new TreeMap<>();
    private final SortedMap<CidrBlock, Integer> blocks = new TreeMap<>();

    private Identities() {}

    static Identities of(AddressSetIndex sets) {
        Identities identities = new Identities();
        for (int number = 0; number < sets.count(); number++) {
            int set = number;
            sets.get(number)
                    .blocks()
                    .filter(block -> block.prefixLengthBits() > 0)
                    .forEach(block -> identities.add(block, set));
        }
        identities.resolve();
        return identities;
    }

    private void add(CidrBlock block, int set) {
        explicit.merge(block, memberships.with(NumberSets.EMPTY, set), (is, also) -> memberships.union(is, also));
    }

    /// What a wider block is in, a narrower one is in as well.
    private void resolve() {
        NestedBlocks nested = NestedBlocks.of(explicit, memberships);
        explicit.forEach((block, membership) -> {
            if (isHost(block)) {
                hosts.put(block, memberships.union(membership, nested.around(block)));
            }
        });
        blocks.putAll(nested.disjoint());
    }

    static boolean isHost(CidrBlock block) {
        return block.prefixLengthBits() == block.family().lengthBits();
    }

    /// Returns the membership of each single address of a family that a set names.
    SortedMap<CidrBlock, Integer> hosts(AddressFamily family) {
        return of(family, hosts);
    }

    /// Returns the membership of disjoint blocks, for addresses that no set names alone.
    SortedMap<CidrBlock, Integer> blocks(AddressFamily family) {
        return of(family, blocks);
    }

    /// Blocks are sorted by family first.
    private static SortedMap<CidrBlock, Integer> of(AddressFamily family, SortedMap<CidrBlock, Integer> both) {
        return switch (family) {
            case IPV4 -> both.headMap(CidrBlock.ALL_IPV6);
            case IPV6 -> both.tailMap(CidrBlock.ALL_IPV6);
        };
    }

    /// Returns the numbers of the sets that addresses of a membership are in.
    List<Integer> sets(int membership) {
        return memberships.numbers(membership);
    }

    /// Returns the memberships that some address of a family has.
    Set<Integer> memberships(AddressFamily family) {
        Set<Integer> found = new TreeSet<>();
        found.addAll(hosts(family).values());
        found.addAll(blocks(family).values());
        found.remove(NumberSets.EMPTY);
        return found;
    }

    /// The identity of addresses that no set names.
    static long nobody(AddressFamily family) {
        return switch (family) {
            case IPV4 -> 0x1000_0000L;
            case IPV6 -> 0x2000_0000L;
        };
    }

    /// The identities of a family. Classes have the numbers below.
    static NumberRange all(AddressFamily family) {
        return new NumberRange(nobody(family), nobody(family) + 0x0eff_ffffL);
    }

    static long number(AddressFamily family, int membership) {
        return nobody(family) + membership;
    }
}
