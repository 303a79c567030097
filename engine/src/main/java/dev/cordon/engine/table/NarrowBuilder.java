package dev.cordon.engine.table;

import dev.cordon.engine.table.Sweep.Point;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Rule;
import java.util.List;

/// Makes the classes of local addresses and source ports of one side.
final class NarrowBuilder {

    private NarrowBuilder() {}

    static Narrow build(List<Rule> rules) {
        RuleBits localBits = new RuleBits(rules.size());
        RuleBits sourceBits = new RuleBits(rules.size());
        long[] anywhere = RuleBits.of(rules, rule -> rule.match().local().equals(LocalSide.everything()));
        long[] anyPort = RuleBits.of(rules, rule -> rule.match().sourcePorts().equals(PortRange.ANY));
        Sweep local4 = new Sweep(Point.LAST_IPV4, rules.size(), anywhere);
        Sweep local6 = new Sweep(Point.LAST_IPV6, rules.size(), anywhere);
        Sweep sources = new Sweep(Point.LAST_PORT, rules.size(), anyPort);
        for (int rank = 0; rank < rules.size(); rank++) {
            Points.add(sources, rules.get(rank).match().sourcePorts(), 0, rank);
            if (rules.get(rank).match().local() instanceof LocalSide.Block(CidrBlock block)) {
                switch (block.family()) {
                    case IPV4 -> Points.add(local4, block, rank);
                    case IPV6 -> Points.add(local6, block, rank);
                }
            }
        }
        return new Narrow(
                Sweep.narrow(local4.ranges(localBits)),
                Sweep.wide(local6.ranges(localBits)),
                Sweep.narrow(sources.ranges(sourceBits)),
                localBits.done(),
                sourceBits.done());
    }
}
