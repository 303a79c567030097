package dev.cordon.engine.table;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Writes the entries of [SetRules], one after the other, in evaluation order.
final class SetRulesWriter {

    private static final int ALL_DIFFER = Integer.SIZE;
    private static final int BLOCK_LENGTH = 4;
    private static final Set<AddressFamily> BOTH = Set.of(AddressFamily.values());

    private final PolicyState state;
    private final Registry registry;
    private final int wordCount;
    private final RunMasks masks;
    private final Longs entries = new Longs();
    private final Longs blocks = new Longs();
    private final Longs specials = new Longs();
    private final long[] wordHeads;
    private int rank;

    /// @param entryCount how many entries there may be, at most, besides the default
    SetRulesWriter(PolicyState state, Registry registry, int entryCount) {
        this.state = state;
        this.registry = registry;
        this.wordCount = entryCount / SetRules.ENTRIES_OF_WORD + 1;
        this.masks = new RunMasks(registry.runs().count(), wordCount);
        this.wordHeads = new long[wordCount * SetRules.HEAD_OF_WORD];
        blocks.add(new long[BLOCK_LENGTH]);
    }

    /// Adds the entry of a group whose members reach each other.
    void addShared(int group) {
        nextWordIfFull();
        masks.addToAll(rank);
        add(ofGroup(group), ALL_DIFFER | SetRules.SHARES, Verdicts.ofGroup(group), BOTH);
    }

    private static long ofGroup(int group) {
        return Integer.toUnsignedLong(SetLines.code(group));
    }

    /// Adds a rule whose services are told apart. One that names a group without a number is left
    /// out: nobody is in it.
    void add(Rule rule) {
        switch (rule.match().peer()) {
            case Peer.Block(CidrBlock block) -> add(rule, block);
            case Peer.Group(SecurityGroupId group) ->
                registry.groupNumber(group).ifPresent(number -> add(rule, ofGroup(number), ALL_DIFFER));
            case Peer.Listed listed -> add(rule, 0, ALL_DIFFER);
        }
    }

    private void add(Rule rule, CidrBlock block) {
        switch (block.first()) {
            case IpAddress.V4(int bits) -> add(rule, (long) bits << 32, ALL_DIFFER - block.prefixLengthBits());
            case IpAddress.V6 first -> {
                int number = blocks.count() / BLOCK_LENGTH;
                addBlock(blocks, first, block.prefixLengthBits());
                add(rule, 0, ALL_DIFFER | number << SetRules.BLOCK_SHIFT);
            }
        }
    }

    private void add(Rule rule, long first, int second) {
        nextWordIfFull();
        RuleMatch match = rule.match();
        registry.runs().forEach(match, state, run -> masks.add(run, rank));
        if (isSpecial(match)) {
            wordHeads[(rank >>> 6) * SetRules.HEAD_OF_WORD + SetRules.SPECIAL] |= 1L << rank;
            addSpecial(match);
        }
        add(first, second, Verdicts.ofRule(registry.ruleNumber(rule.id())), families(match));
    }

    private static boolean isSpecial(RuleMatch match) {
        return !match.local().equals(LocalSide.everything())
                || !match.sourcePorts().equals(PortRange.ANY)
                || match.peer() instanceof Peer.Listed;
    }

    private static Set<AddressFamily> families(RuleMatch match) {
        Set<AddressFamily> families = EnumSet.allOf(AddressFamily.class);
        if (match.peer() instanceof Peer.Block(CidrBlock block)) {
            families.retainAll(Set.of(block.family()));
        }
        if (match.local() instanceof LocalSide.Block(CidrBlock block)) {
            families.retainAll(Set.of(block.family()));
        }
        return families;
    }

    private void addSpecial(RuleMatch match) {
        long list = match.peer() instanceof Peer.Listed(var id) ? registry.listNumber(id) + 1 : 0;
        PortRange ports = match.sourcePorts();
        specials.add(rank | list << 32, (long) ports.first() << 16 | ports.last());
        switch (match.local()) {
            case LocalSide.Everything() -> specials.add(new long[BLOCK_LENGTH]);
            case LocalSide.Block(CidrBlock block) -> addBlock(specials, block.first(), block.prefixLengthBits());
        }
    }

    /// Adds the first address and the mask of a block, both for each half.
    private static void addBlock(Longs to, IpAddress first, int length) {
        switch (first) {
            case IpAddress.V4(int bits) -> to.add(0, 0, Integer.toUnsignedLong(bits), -1L << 32 - length);
            case IpAddress.V6(long high, long low) ->
                to.add(high, mask(Math.min(length, 64)), low, mask(Math.max(length - 64, 0)));
        }
    }

    private static long mask(int length) {
        return length == 0 ? 0 : -1L << 64 - length;
    }

    private void nextWordIfFull() {
        if ((rank & 63) == SetRules.ENTRIES_OF_WORD) {
            masks.addToAll(rank);
            add(0, ALL_DIFFER, Verdicts.NEXT, BOTH);
        }
    }

    private void add(long first, int second, int verdict, Set<AddressFamily> families) {
        int head = (rank >>> 6) * SetRules.HEAD_OF_WORD + SetRules.FAMILY;
        for (AddressFamily family : families) {
            wordHeads[head + family.ordinal()] |= 1L << rank;
        }
        entries.add(first, second | (long) verdict << SetRules.VERDICT_SHIFT);
        rank++;
    }

    /// Adds the default, and returns all, if numbers of this size can tell it.
    ///
    /// @param flags of the head
    /// @param space number of the VPC
    Optional<long[]> done(int verdict, int flags, int space) {
        masks.addToAll(rank);
        add(0, ALL_DIFFER, verdict, BOTH);
        int runCount = registry.runs().count();
        long[] map = new long[SetRules.mapLength(runCount)];
        if (!masks.writeMap(map, 0)) {
            return Optional.empty();
        }
        int headsAt = SetRules.MAP + map.length;
        int masksAt = headsAt + wordHeads.length - SetRules.HEAD_OF_WORD;
        int entriesAt = masksAt + masks.distinct().count();
        int blocksAt = entriesAt + entries.count();
        int specialsAt = blocksAt + blocks.count();
        if (specialsAt + specials.count() > SetRules.PLACE_MASK) {
            return Optional.empty();
        }
        long[] rules = new long[specialsAt + specials.count()];
        rules[0] = wordCount
                | flags
                | (long) masksAt << SetRules.MASKS_SHIFT
                | (long) entriesAt << SetRules.ENTRIES_SHIFT
                | (long) runCount << SetRules.RUNS_SHIFT;
        rules[1] = space
                | (long) specialsAt << SetRules.SPECIALS_SHIFT
                | (long) (specials.count() / Specials.WIDTH) << SetRules.SPECIAL_COUNT_SHIFT;
        System.arraycopy(wordHeads, 0, rules, SetRules.FIRST_WORD, SetRules.HEAD_OF_WORD);
        System.arraycopy(map, 0, rules, SetRules.MAP, map.length);
        System.arraycopy(wordHeads, SetRules.HEAD_OF_WORD, rules, headsAt, masksAt - headsAt);
        masks.distinct().copyTo(rules, masksAt);
        entries.copyTo(rules, entriesAt);
        placeBlocks(rules, entriesAt, blocksAt);
        blocks.copyTo(rules, blocksAt);
        specials.copyTo(rules, specialsAt);
        return Optional.of(rules);
    }

    /// Has entries say where their blocks are, instead of which ones they are.
    private static void placeBlocks(long[] rules, int entriesAt, int blocksAt) {
        for (int at = entriesAt + 1; at < blocksAt; at += SetRules.ENTRY_LENGTH) {
            long number = rules[at] >>> SetRules.BLOCK_SHIFT & SetRules.PLACE_MASK;
            rules[at] += blocksAt + number * (BLOCK_LENGTH - 1) << SetRules.BLOCK_SHIFT;
        }
    }
}
