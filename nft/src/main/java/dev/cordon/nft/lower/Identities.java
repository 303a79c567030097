package dev.cordon.nft.lower;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.state.Replaced;
import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.NumberRange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/// The identities of far addresses: two addresses have the same one if they are in the same of the
/// sets that some rule of this host asks for.
///
/// A set of all addresses of a family tells no two addresses apart, and does not count. Follows
/// sets as they change, and costs what has changed, but for blocks of more than one address: they
/// are put in order anew if one of them changes.
final class Identities {

    /// Memberships that there may have been before everything is numbered anew.
    static final int MEMBERSHIPS_MAX = 4_000_000;

    private final NumberSets memberships = new NumberSets();
    private final Map<CidrBlock, Integer> explicitHosts = new HashMap<>();
    private final Map<CidrBlock, Integer> explicitBlocks = new HashMap<>();
    private final IdentityTable hosts = new IdentityTable();
    private final IdentityTable blocks = new IdentityTable();
    private final Set<CidrBlock> changedHosts = new HashSet<>();
    private final List<CidrBlock> changedBlocks = new ArrayList<>();
    private final Map<AddressFamily, Version> versionsOfBlocks = new EnumMap<>(AddressFamily.class);
    private NestedBlocks nested = NestedBlocks.of(Map.of(), memberships);

    /// Takes in what has become of the set of a slot.
    void follow(AddressSlots.Move move) {
        for (Replaced<CidrBlock> replaced : move.before().differences(move.after())) {
            replaced.before().ifPresent(block -> change(block, is -> memberships.without(is, move.slot())));
            replaced.after().ifPresent(block -> change(block, is -> memberships.with(is, move.slot())));
        }
    }

    private void change(CidrBlock block, IntUnaryOperator change) {
        if (block.prefixLengthBits() == 0) {
            return;
        }
        Map<CidrBlock, Integer> explicit = isHost(block) ? explicitHosts : explicitBlocks;
        int now = change.applyAsInt(explicit.getOrDefault(block, NumberSets.EMPTY));
        if (now == NumberSets.EMPTY) {
            explicit.remove(block);
        } else {
            explicit.put(block, now);
        }
        if (isHost(block)) {
            changedHosts.add(block);
        } else {
            changedBlocks.add(block);
        }
    }

    static boolean isHost(CidrBlock block) {
        return block.prefixLengthBits() == block.family().lengthBits();
    }

    /// Brings the tables up to what was followed, for a view. What a wider block is in, a narrower
    /// one is in as well.
    void settle(Version version) {
        if (!changedBlocks.isEmpty()) {
            nested = NestedBlocks.of(explicitBlocks, memberships);
            blocks.become(nested.disjoint());
            changedBlocks.forEach(block -> hosts.within(block).forEach(changedHosts::add));
            changedBlocks.forEach(block -> versionsOfBlocks.put(block.family(), version));
            changedBlocks.clear();
        }
        for (CidrBlock host : changedHosts) {
            int explicit = explicitHosts.getOrDefault(host, NumberSets.EMPTY);
            boolean named = explicit != NumberSets.EMPTY;
            hosts.put(host, named ? memberships.union(explicit, nested.around(host)) : NumberSets.EMPTY);
        }
        changedHosts.clear();
    }

    /// Returns the identity of each single address of a family that a set names.
    SortedTable<Key, Element> hosts(AddressFamily family) {
        return hosts.elements(family);
    }

    /// Returns the identity of disjoint blocks, for addresses that no set names alone.
    SortedTable<Key, Element> blocks(AddressFamily family) {
        return blocks.elements(family);
    }

    /// Returns which view has made the blocks of a family what they are.
    Version versionOfBlocks(AddressFamily family) {
        return versionsOfBlocks.getOrDefault(family, Version.FIRST);
    }

    /// Returns the slots of the sets that addresses of a membership are in.
    List<Integer> slots(int membership) {
        return memberships.numbers(membership);
    }

    /// Returns the memberships that some address of a family has.
    Set<Integer> memberships(AddressFamily family) {
        Set<Integer> found = new HashSet<>(hosts.memberships(family));
        found.addAll(blocks.memberships(family));
        return found;
    }

    /// Tells whether numbers come to an end, because none is used twice.
    boolean isWorn() {
        return memberships.count() > MEMBERSHIPS_MAX;
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
