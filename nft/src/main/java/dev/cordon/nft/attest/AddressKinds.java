package dev.cordon.nft.attest;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// All addresses, in kinds: of two addresses of one kind, the same is true in all that anybody
/// looks at.
final class AddressKinds {

    /// Addresses of which the same is true.
    ///
    /// @param example the plainest of them
    /// @param facts numbers of the facts that are true, with what a map says then
    record Kind(IpAddress example, SortedMap<Integer, Long> facts) {}

    /// Addresses that anybody may use in examples: taken where they are as good as others.
    private static final AddressSet PLAIN =
            set("198.51.100.7/32", "203.0.113.7/32", "2001:db8::7/128", "2001:db8:ffff::7/128");

    /// Addresses that cannot be sent from or to like others.
    private static final AddressSet SPECIAL =
            set("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3", "::/8", "fe80::/10", "ff00::/8");

    private final Map<Fact, Integer> numbers = new HashMap<>();
    private final Map<AddressSet, Integer> numbersOfSets = new IdentityHashMap<>();
    private final TreeMap<CidrBlock, SortedMap<Integer, Long>> placed = new TreeMap<>();
    private final Map<AddressFamily, List<Kind>> kinds = new HashMap<>();

    AddressKinds() {
        List.of(CidrBlock.ALL_IPV4, CidrBlock.ALL_IPV6).forEach(this::place);
        PLAIN.blocks().forEach(this::place);
        SPECIAL.blocks().forEach(this::place);
    }

    private static AddressSet set(String... blocks) {
        return AddressSet.union(List.of(blocks).stream().map(CidrBlock::of).toList());
    }

    private SortedMap<Integer, Long> place(CidrBlock block) {
        return placed.computeIfAbsent(block, fresh -> new TreeMap<>());
    }

    /// Takes in a fact that is true of some blocks.
    ///
    /// @param blocks with what a map says; none lies in another one
    void add(Fact fact, Map<CidrBlock, Long> blocks) {
        if (!numbers.containsKey(fact)) {
            int number = numbers.size();
            numbers.put(fact, number);
            blocks.forEach((block, says) -> place(block).put(number, says));
        }
    }

    /// The hash of a set costs all of its blocks: it is known again as the object that it is.
    void add(AddressSet set) {
        if (!numbersOfSets.containsKey(set)) {
            Map<CidrBlock, Long> blocks = new HashMap<>();
            set.blocks().forEach(block -> blocks.put(block, 1L));
            add(new Fact.InSet(set), blocks);
            Optional.ofNullable(numbers.get(new Fact.InSet(set))).ifPresent(number -> numbersOfSets.put(set, number));
        }
    }

    int number(Fact fact) {
        return Optional.ofNullable(numbers.get(fact)).orElseThrow(() -> new IllegalStateException("unknown " + fact));
    }

    int number(AddressSet set) {
        return Optional.ofNullable(numbersOfSets.get(set)).orElseGet(() -> number(new Fact.InSet(set)));
    }

    /// Returns all kinds of a family, once all facts are taken in.
    Collection<Kind> of(AddressFamily family) {
        return kinds.computeIfAbsent(family, this::make);
    }

    private List<Kind> make(AddressFamily family) {
        List<CidrBlock> blocks = placed.keySet().stream()
                .filter(block -> block.family() == family)
                .toList();
        Map<SortedMap<Integer, Long>, Kind> found = new HashMap<>();
        visit(blocks, 0, new TreeMap<>(), found);
        return List.copyOf(found.values());
    }

    /// Looks at a block, and at those that lie in it.
    ///
    /// @return where the blocks go on behind it
    private int visit(
            List<CidrBlock> blocks,
            int at,
            SortedMap<Integer, Long> around,
            Map<SortedMap<Integer, Long>, Kind> found) {
        CidrBlock block = blocks.get(at);
        SortedMap<Integer, Long> facts = new TreeMap<>(around);
        facts.putAll(place(block));
        List<CidrBlock> inside = new ArrayList<>();
        int next = at + 1;
        while (next < blocks.size() && block.contains(blocks.get(next))) {
            inside.add(blocks.get(next));
            next = visit(blocks, next, facts, found);
        }
        rest(block, inside)
                .ifPresent(example -> found.merge(
                        facts,
                        new Kind(example, facts),
                        (one, other) -> plainer(one.example(), other.example()).equals(one.example()) ? one : other));
        return next;
    }

    /// Returns the first address of a block that is in none of those inside.
    private static Optional<IpAddress> rest(CidrBlock block, List<CidrBlock> inside) {
        if (inside.isEmpty()) {
            return Optional.of(block.first());
        }
        if (inside.getFirst().equals(block)) {
            return Optional.empty();
        }
        return block.halves().stream()
                .flatMap(half ->
                        rest(half, inside.stream().filter(half::contains).toList()).stream())
                .findFirst();
    }

    /// Returns the one of two that makes the better example.
    static IpAddress plainer(IpAddress one, IpAddress other) {
        int byRank = Integer.compare(rank(one), rank(other));
        return byRank < 0 || byRank == 0 && one.compareTo(other) <= 0 ? one : other;
    }

    private static int rank(IpAddress address) {
        if (PLAIN.contains(address)) {
            return 0;
        }
        return SPECIAL.contains(address) ? 2 : 1;
    }
}
