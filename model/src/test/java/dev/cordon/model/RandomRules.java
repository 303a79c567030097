package dev.cordon.model;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroup;
import java.util.List;
import java.util.stream.IntStream;

/// Random rules of the groups of one VPC.
final class RandomRules {

    private static final List<ProtocolMatch> PROTOCOLS = List.of(
            ProtocolMatch.all(),
            ProtocolMatch.of(IpProtocol.TCP),
            ProtocolMatch.of(IpProtocol.TCP),
            ProtocolMatch.of(IpProtocol.TCP),
            ProtocolMatch.of(IpProtocol.UDP),
            ProtocolMatch.of(IpProtocol.UDP),
            ProtocolMatch.of(IpProtocol.ICMP),
            ProtocolMatch.of(IpProtocol.ICMPV6),
            ProtocolMatch.of(IpProtocol.GRE),
            ProtocolMatch.of(new IpProtocol(132)));

    private final Chance chance;
    private final RandomLists lists;
    private final List<SecurityGroup> groups;

    RandomRules(Chance chance, RandomLists lists, List<SecurityGroup> groups) {
        this.chance = chance;
        this.lists = lists;
        this.groups = groups;
    }

    /// Returns rules whose order of positions is not the order of their ids.
    List<Rule> of(SecurityGroup group, int count) {
        List<Integer> positions =
                chance.shuffled(IntStream.range(0, count).boxed().toList());
        return IntStream.range(0, count)
                .mapToObj(i -> rule(group, i + 1, positions.get(i)))
                .toList();
    }

    private Rule rule(SecurityGroup group, int number, int position) {
        RuleMatch match = match();
        return new Rule(
                new RuleId("sgr-" + group.id().value().substring("sg-".length()) + "-" + number),
                group.id(),
                chance.of(Direction.values()),
                match,
                chance.of(Action.values()),
                new Priority(chance.of(1, 1, 1, 2, 50, 100, 110)),
                position,
                details(match));
    }

    private RuleMatch match() {
        ProtocolMatch protocol = chance.of(PROTOCOLS);
        LocalSide local = chance.oneIn(4) ? new LocalSide.Block(block()) : LocalSide.everything();
        if (!protocol.hasPorts()) {
            return new RuleMatch(protocol, PortMatch.any(), PortRange.ANY, peer(), local);
        }
        PortRange sourcePorts = chance.oneIn(4) ? lists.portRange() : PortRange.ANY;
        return new RuleMatch(protocol, destinationPorts(), sourcePorts, peer(), local);
    }

    private PortMatch destinationPorts() {
        if (chance.oneIn(4)) {
            return new PortMatch.Listed(lists.portList());
        }
        return chance.oneIn(6) ? PortMatch.of(new PortRange(1, PortRange.PORT_MAX)) : PortMatch.of(lists.portRange());
    }

    private Peer peer() {
        return switch (chance.between(1, 4)) {
            case 1 -> new Peer.Group(chance.of(groups).id());
            case 2 -> new Peer.Listed(lists.prefixList());
            default -> new Peer.Block(block());
        };
    }

    private CidrBlock block() {
        return lists.block(chance.of(AddressFamily.values()));
    }

    private RuleDetails details(RuleMatch match) {
        String peerText = switch (match.peer()) {
            case Peer.Block(var block) -> asWritten(block);
            case Peer.Group(var group) -> "";
            case Peer.Listed(var list) -> "";
        };
        String localText = switch (match.local()) {
            case LocalSide.Block(var block) -> asWritten(block);
            case LocalSide.Everything() -> "";
        };
        return new RuleDetails(peerText, localText, chance.of("", "because", "因为 \"so\""), lists.instant());
    }

    /// Users write an address where they mean a block of one.
    private String asWritten(CidrBlock block) {
        boolean single = block.prefixLengthBits() == block.family().lengthBits();
        return single && chance.oneIn(2) ? block.first().toString() : block.toString();
    }
}
