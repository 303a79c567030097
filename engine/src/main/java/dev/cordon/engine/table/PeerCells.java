package dev.cordon.engine.table;

import dev.cordon.engine.table.Named.Meaning;
import dev.cordon.engine.table.SideParts.ListCell;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// Makes the cells of one side's peers.
final class PeerCells {

    private final List<Rule> rules;
    private final Registry registry;
    private final Cells.Builder cells;

    PeerCells(List<Rule> rules, Registry registry, Cells.Builder cells) {
        this.rules = rules;
        this.registry = registry;
        this.cells = cells;
    }

    RangeList ranges(AddressFamily family) {
        Sweep sweep = new Sweep(Points.last(family), rules.size(), RuleBits.none(rules.size()));
        for (int rank = 0; rank < rules.size(); rank++) {
            if (rules.get(rank).match().peer() instanceof Peer.Block(CidrBlock block) && block.family() == family) {
                sweep.add(Points.of(block), rank);
            }
        }
        return sweep.ranges(cells);
    }

    /// Returns what the groups of peers mean: those that rules name, and those that sharing connects.
    Named groups(List<SecurityGroup> own, Isolation isolation) {
        Map<Integer, Meaning> meanings = new TreeMap<>();
        named().forEach((number, words) ->
                meanings.put(number, new Meaning(number, Named.NO_PLACE, cells.add(words))));
        for (int position = 0; position < own.size(); position++) {
            int place = place(own.get(position), position, isolation);
            int number = registry.groupNumber(own.get(position).id()).orElseThrow();
            if (place != Named.NO_PLACE) {
                int cell = meanings.containsKey(number) ? meanings.get(number).cell() : Named.NO_CELL;
                meanings.put(number, new Meaning(number, place, cell));
            }
        }
        return new Named(new ArrayList<>(meanings.values()));
    }

    /// A group that nobody is in has no number, and needs none.
    private Map<Integer, long[]> named() {
        Map<Integer, long[]> named = new TreeMap<>();
        for (int rank = 0; rank < rules.size(); rank++) {
            if (rules.get(rank).match().peer() instanceof Peer.Group(SecurityGroupId group)) {
                OptionalInt number = registry.groupNumber(group);
                if (number.isPresent()) {
                    add(named, number.getAsInt(), rank);
                }
            }
        }
        return named;
    }

    /// An isolated group has no place: isolation is an absence. Only one profile, kept for history,
    /// lets it come before all else.
    private static int place(SecurityGroup group, int position, Isolation isolation) {
        if (group.interconnects()) {
            return position;
        }
        return isolation == Isolation.FIRST && group.type() == GroupType.BASIC ? Named.ISOLATED : Named.NO_PLACE;
    }

    List<ListCell> lists() {
        Map<Integer, long[]> named = new TreeMap<>();
        for (int rank = 0; rank < rules.size(); rank++) {
            if (rules.get(rank).match().peer() instanceof Peer.Listed(PrefixListId list)) {
                add(named, registry.listNumber(list), rank);
            }
        }
        List<ListCell> lists = new ArrayList<>();
        named.forEach((number, words) -> lists.add(new ListCell(number, cells.add(words))));
        return lists;
    }

    private void add(Map<Integer, long[]> named, int number, int rank) {
        named.computeIfAbsent(number, first -> RuleBits.none(rules.size()))[rank >>> 6] |= 1L << rank;
    }
}
