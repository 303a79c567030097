package dev.cordon.model;

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
import dev.cordon.model.policy.SecurityGroupId;

/// A rule in the making. What is not said: accept, every protocol, every IPv4 address, priority 1,
/// first in its list.
public record RuleSketch(Rule rule) {

    public static RuleSketch ingress(String group, String id) {
        return of(group, id, Direction.INGRESS);
    }

    public static RuleSketch egress(String group, String id) {
        return of(group, id, Direction.EGRESS);
    }

    private static RuleSketch of(String group, String id, Direction direction) {
        RuleMatch match = RuleMatch.of(ProtocolMatch.all(), PortMatch.any(), new Peer.Block(CidrBlock.ALL_IPV4));
        return new RuleSketch(new Rule(
                new RuleId(id),
                new SecurityGroupId(group),
                direction,
                match,
                Action.ACCEPT,
                Priority.HIGHEST,
                0,
                RuleDetails.NONE));
    }

    public RuleSketch drops() {
        return with(Action.DROP, rule.priority(), rule.position());
    }

    public RuleSketch priority(int number) {
        return with(rule.action(), new Priority(number), rule.position());
    }

    public RuleSketch position(int place) {
        return with(rule.action(), rule.priority(), place);
    }

    public RuleSketch tcp(int port) {
        return ports(IpProtocol.TCP, PortMatch.of(PortRange.of(port)));
    }

    public RuleSketch ports(IpProtocol protocol, PortMatch destinations) {
        RuleMatch match = rule.match();
        return with(new RuleMatch(
                ProtocolMatch.of(protocol), destinations, match.sourcePorts(), match.peer(), match.local()));
    }

    public RuleSketch protocol(IpProtocol protocol) {
        return ports(protocol, PortMatch.any());
    }

    public RuleSketch sourcePorts(PortRange sources) {
        RuleMatch match = rule.match();
        return with(new RuleMatch(match.protocol(), match.destinationPorts(), sources, match.peer(), match.local()));
    }

    public RuleSketch peer(String block) {
        return peer(new Peer.Block(CidrBlock.of(block)));
    }

    public RuleSketch peer(Peer peer) {
        RuleMatch match = rule.match();
        return with(
                new RuleMatch(match.protocol(), match.destinationPorts(), match.sourcePorts(), peer, match.local()));
    }

    public RuleSketch local(String block) {
        RuleMatch match = rule.match();
        return with(new RuleMatch(
                match.protocol(),
                match.destinationPorts(),
                match.sourcePorts(),
                match.peer(),
                new LocalSide.Block(CidrBlock.of(block))));
    }

    private RuleSketch with(RuleMatch match) {
        return new RuleSketch(new Rule(
                rule.id(),
                rule.group(),
                rule.direction(),
                match,
                rule.action(),
                rule.priority(),
                rule.position(),
                rule.details()));
    }

    private RuleSketch with(Action action, Priority priority, int position) {
        return new RuleSketch(new Rule(
                rule.id(), rule.group(), rule.direction(), rule.match(), action, priority, position, rule.details()));
    }
}
