package dev.cordon.engine.table;

import dev.cordon.engine.table.Sweep.Point;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Makes the classes of services of one side.
final class ServiceBuilder {

    private final PolicyState state;
    private final List<Rule> rules;
    private final RuleBits bits;

    ServiceBuilder(PolicyState state, List<Rule> rules, RuleBits bits) {
        this.state = state;
        this.rules = rules;
        this.bits = bits;
    }

    Services build() {
        Sweep ports = new Sweep(Point.LAST_PORT, rules.size(), new long[RuleBits.words(rules.size())]);
        for (int rank = 0; rank < rules.size(); rank++) {
            addPorts(ports, IpProtocol.TCP, rank);
            addPorts(ports, IpProtocol.UDP, rank);
        }
        Map<Integer, Integer> named = named();
        return new Services(
                Sweep.narrow(ports.ranges(bits)),
                named.keySet().stream().mapToInt(code -> code).toArray(),
                named.values().stream().mapToInt(row -> row).toArray(),
                row(rule -> rule.match().protocol() instanceof ProtocolMatch.All));
    }

    /// The protocol decides in both families alike: TCP and UDP belong to both.
    private void addPorts(Sweep ports, IpProtocol protocol, int rank) {
        Rule rule = rules.get(rank);
        if (rule.match().protocol().matches(AddressFamily.IPV4, protocol)) {
            for (PortRange range : ranges(rule.match().destinationPorts())) {
                Points.add(ports, range, Services.port(protocol.number(), 0), rank);
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

    private Map<Integer, Integer> named() {
        Map<Integer, Integer> named = new TreeMap<>();
        for (Rule rule : rules) {
            if (rule.match().protocol() instanceof ProtocolMatch.One(IpProtocol protocol) && !protocol.hasPorts()) {
                for (AddressFamily family : AddressFamily.values()) {
                    int code = Services.coded(protocol.number(), family.ordinal());
                    named.computeIfAbsent(
                            code, is -> row(other -> other.match().protocol().matches(family, protocol)));
                }
            }
        }
        return named;
    }

    private int row(Predicate<Rule> satisfied) {
        return bits.row(RuleBits.of(rules, satisfied));
    }
}
