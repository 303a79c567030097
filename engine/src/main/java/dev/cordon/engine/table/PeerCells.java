package dev.cordon.engine.table;

import dev.cordon.engine.table.TableParts.ListCell;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// Makes the cells of a table's peers.
final class PeerCells {

    private final List<Rule> rules;
    private final Registry registry;
    private final Cells cells;

    PeerCells(List<Rule> rules, Registry registry, Cells cells) {
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

    /// Returns the cells of the groups that rules name, if there are any.
    Optional<Named> groups() {
        Map<Integer, Integer> byNumber = new TreeMap<>();
        named().forEach((number, words) -> byNumber.put(number, cells.add(words)));
        return byNumber.isEmpty() ? Optional.empty() : Optional.of(new Named(byNumber));
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
