package dev.cordon.engine.table;

import dev.cordon.engine.table.TableParts.Services;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Makes the cells of a table's services.
final class ServiceCells {

    private final PolicyState state;
    private final List<Rule> rules;
    private final Cells cells;

    ServiceCells(PolicyState state, List<Rule> rules, Cells cells) {
        this.state = state;
        this.rules = rules;
        this.cells = cells;
    }

    Services services() {
        RangeList ports = ports();
        List<Integer> codes = new ArrayList<>();
        for (IpProtocol protocol : named()) {
            for (AddressFamily family : AddressFamily.values()) {
                codes.add(RuleTable.coded(protocol.number(), family.ordinal()));
                cells.add(RuleBits.of(rules, rule -> rule.match().protocol().matches(family, protocol)));
            }
        }
        cells.add(RuleBits.of(rules, rule -> rule.match().protocol().equals(ProtocolMatch.all())));
        return new Services(ports, codes);
    }

    private RangeList ports() {
        Sweep sweep = new Sweep(Points.LAST_PORT, rules.size(), RuleBits.none(rules.size()));
        for (int rank = 0; rank < rules.size(); rank++) {
            addPorts(sweep, IpProtocol.TCP, rank);
            addPorts(sweep, IpProtocol.UDP, rank);
        }
        return sweep.ranges(cells);
    }

    /// TCP and UDP belong to both families, so either will do.
    private void addPorts(Sweep sweep, IpProtocol protocol, int rank) {
        Rule rule = rules.get(rank);
        if (rule.match().protocol().matches(AddressFamily.IPV4, protocol)) {
            for (PortRange range : ranges(rule.match().destinationPorts())) {
                sweep.add(Points.of(range, RuleTable.port(protocol.number(), 0)), rank);
            }
        }
    }

    private List<PortRange> ranges(PortMatch match) {
        return switch (match) {
            case PortMatch.Range(PortRange range) -> List.of(range);
            case PortMatch.Listed(var list) ->
                state.portList(list).orElseThrow().entries();
        };
    }

    private Set<IpProtocol> named() {
        Set<IpProtocol> named = new TreeSet<>();
        for (Rule rule : rules) {
            if (rule.match().protocol() instanceof ProtocolMatch.One(IpProtocol protocol) && !protocol.hasPorts()) {
                named.add(protocol);
            }
        }
        return named;
    }
}
