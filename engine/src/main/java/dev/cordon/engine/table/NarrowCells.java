package dev.cordon.engine.table;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Rule;
import java.util.List;
import java.util.Optional;

/// Makes the cells of a table's local addresses and source ports.
final class NarrowCells {

    private final List<Rule> rules;
    private final Cells cells;

    NarrowCells(List<Rule> rules, Cells cells) {
        this.rules = rules;
        this.cells = cells;
    }

    /// Returns the ranges, if some rule asks for a local side or a source port.
    Optional<NarrowRanges> ranges() {
        boolean narrow = rules.stream().anyMatch(rule -> asks(rule));
        return narrow
                ? Optional.of(new NarrowRanges(local(AddressFamily.IPV4), local(AddressFamily.IPV6), sources()))
                : Optional.empty();
    }

    private static boolean asks(Rule rule) {
        return !rule.match().local().equals(LocalSide.everything())
                || !rule.match().sourcePorts().equals(PortRange.ANY);
    }

    private RangeList local(AddressFamily family) {
        long[] anywhere = RuleBits.of(rules, rule -> rule.match().local().equals(LocalSide.everything()));
        Sweep sweep = new Sweep(Points.last(family), rules.size(), anywhere);
        for (int rank = 0; rank < rules.size(); rank++) {
            if (rules.get(rank).match().local() instanceof LocalSide.Block(CidrBlock block)
                    && block.family() == family) {
                sweep.add(Points.of(block), rank);
            }
        }
        return sweep.ranges(cells);
    }

    private RangeList sources() {
        long[] any = RuleBits.of(rules, rule -> rule.match().sourcePorts().equals(PortRange.ANY));
        Sweep sweep = new Sweep(Points.LAST_PORT, rules.size(), any);
        for (int rank = 0; rank < rules.size(); rank++) {
            sweep.add(Points.of(rules.get(rank).match().sourcePorts(), 0), rank);
        }
        return sweep.ranges(cells);
    }
}
