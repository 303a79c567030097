package dev.cordon.engine.compile;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Condition;
import dev.cordon.engine.decide.Condition.DestinationPorts;
import dev.cordon.engine.decide.Condition.LocalIn;
import dev.cordon.engine.decide.Condition.PeerIn;
import dev.cordon.engine.decide.Condition.Protocol;
import dev.cordon.engine.decide.Condition.SourcePorts;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The clause that a written rule becomes.
final class RuleClauses {

    private final PolicyState state;
    private final AddressSets sets;

    RuleClauses(PolicyState state, AddressSets sets) {
        this.state = state;
        this.sets = sets;
    }

    /// Returns the rule's clause, or none if nothing can match it, such as an empty group.
    Optional<Clause> of(Rule rule) {
        AddressSet peers = sets.of(rule.match().peer());
        List<PortRange> ports = portsOf(rule.match().destinationPorts());
        if (peers.isEmpty() || ports.isEmpty()) {
            return Optional.empty();
        }
        List<Condition> conditions = new ArrayList<>();
        addProtocol(rule.match().protocol(), conditions);
        if (!rule.match().sourcePorts().equals(PortRange.ANY)) {
            conditions.add(new SourcePorts(rule.match().sourcePorts()));
        }
        if (!ports.equals(List.of(PortRange.ANY))) {
            conditions.add(new DestinationPorts(ports));
        }
        conditions.add(new PeerIn(peers));
        addLocal(rule.match().local(), conditions);
        return Optional.of(new Clause(conditions, Verdict.matched(rule)));
    }

    private List<PortRange> portsOf(PortMatch match) {
        return switch (match) {
            case PortMatch.Range(PortRange range) -> List.of(range);
            case PortMatch.Listed(var list) ->
                disjoint(state.portList(list).orElseThrow().entries());
        };
    }

    /// Returns ascending ranges with the same ports, of which no two overlap or touch.
    private static List<PortRange> disjoint(List<PortRange> ranges) {
        List<PortRange> disjoint = new ArrayList<>();
        for (PortRange range : ranges.stream().sorted().toList()) {
            if (!disjoint.isEmpty() && range.first() <= disjoint.getLast().last() + 1) {
                PortRange before = disjoint.removeLast();
                disjoint.add(new PortRange(before.first(), Math.max(before.last(), range.last())));
            } else {
                disjoint.add(range);
            }
        }
        return disjoint;
    }

    private static void addProtocol(ProtocolMatch match, List<Condition> conditions) {
        switch (match) {
            case ProtocolMatch.All() -> {}
            case ProtocolMatch.One(var protocol) -> conditions.add(new Protocol(protocol));
        }
    }

    private static void addLocal(LocalSide local, List<Condition> conditions) {
        switch (local) {
            case LocalSide.Everything() -> {}
            case LocalSide.Block(var block) -> conditions.add(new LocalIn(block));
        }
    }
}
