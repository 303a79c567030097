package dev.cordon.engine.table;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;

/// Writes the rules of a group as [RuleLines].
final class LineWriter {

    private static final int NOBODY = -1;

    private final PolicyState state;
    private final Registry registry;
    private final int ruleCount;
    private final List<Integer> heads = new ArrayList<>();
    private final List<Integer> tail = new ArrayList<>();

    private LineWriter(PolicyState state, Registry registry, int ruleCount) {
        this.state = state;
        this.registry = registry;
        this.ruleCount = ruleCount;
    }

    /// @param rules in evaluation order
    static int[] write(PolicyState state, Registry registry, List<Rule> rules) {
        LineWriter writer = new LineWriter(state, registry, rules.size());
        rules.forEach(writer::write);
        List<Integer> all = new ArrayList<>(List.of(rules.size()));
        all.addAll(writer.heads);
        all.addAll(writer.tail);
        return all.stream().mapToInt(number -> number).toArray();
    }

    private void write(Rule rule) {
        int how = TableParts.order(rule) << RuleLines.ORDER_SHIFT
                | protocol(rule.match().protocol()) << RuleLines.PROTOCOL_SHIFT;
        switch (rule.match().peer()) {
            case Peer.Block(CidrBlock block) -> {
                how |= block.prefixLengthBits() << RuleLines.LENGTH_SHIFT;
                switch (block.first()) {
                    case IpAddress.V4(int bits) -> write(rule, bits, how | RuleLines.BLOCK4);
                    case IpAddress.V6 first -> write(rule, tail(first), how | RuleLines.BLOCK6);
                }
            }
            case Peer.Group(SecurityGroupId group) ->
                write(rule, registry.groupNumber(group).orElse(NOBODY), how | RuleLines.GROUP);
            case Peer.Listed(PrefixListId list) -> write(rule, registry.listNumber(list), how | RuleLines.LIST);
        }
    }

    private void write(Rule rule, int peer, int how) {
        heads.add(peer);
        switch (rule.match().destinationPorts()) {
            case PortMatch.Range(PortRange range) -> {
                heads.add(how);
                heads.add(ports(range));
            }
            case PortMatch.Listed(var list) -> {
                heads.add(how | RuleLines.LISTED_PORTS);
                heads.add(tail(state.portList(list).orElseThrow().entries()));
            }
        }
        heads.add(isWide(rule) ? 0 : tail(rule));
    }

    private static int protocol(ProtocolMatch match) {
        return switch (match) {
            case ProtocolMatch.All() -> RuleLines.ANY_PROTOCOL;
            case ProtocolMatch.One(IpProtocol protocol) -> protocol.number();
        };
    }

    private static int ports(PortRange range) {
        return range.first() << 16 | range.last();
    }

    static boolean isWide(Rule rule) {
        return rule.match().local().equals(LocalSide.everything())
                && rule.match().sourcePorts().equals(PortRange.ANY);
    }

    /// Returns where in the lines the tail goes on.
    private int end() {
        return 1 + ruleCount * RuleLines.WIDTH + tail.size();
    }

    private int tail(IpAddress.V6 first) {
        int at = end();
        tail.addAll(List.of(
                (int) (first.high() >>> 32), (int) first.high(), (int) (first.low() >>> 32), (int) first.low()));
        return at;
    }

    private int tail(List<PortRange> ranges) {
        int at = end();
        tail.add(ranges.size());
        ranges.forEach(range -> tail.add(ports(range)));
        return at;
    }

    private int tail(Rule rule) {
        int at = end();
        tail.add(ports(rule.match().sourcePorts()));
        switch (rule.match().local()) {
            case LocalSide.Everything() -> tail.addAll(List.of(0, RuleTail.ANYWHERE));
            case LocalSide.Block(CidrBlock block) -> {
                tail.addAll(List.of(block.family().ordinal(), block.prefixLengthBits()));
                switch (block.first()) {
                    case IpAddress.V4(int bits) -> tail.add(bits);
                    case IpAddress.V6 first -> tail(first);
                }
            }
        }
        return at;
    }
}
