package dev.cordon.spec;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.net.Transport.Opaque;
import dev.cordon.model.net.Transport.Ports;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.state.PolicyState;

/// Whether one rule matches one flow: all of five conditions must hold.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/security-group-rules Components of a
///     rule
final class Matching {

    private Matching() {}

    static boolean matches(Rule rule, Flow flow, PolicyState state) {
        RuleMatch match = rule.match();
        return match.protocol().matches(flow.family(), flow.protocol())
                && portsMatch(match, flow, state)
                && peerMatches(match.peer(), rule.direction().peerOf(flow), state)
                && localMatches(match.local(), rule.direction().localOf(flow));
    }

    /// Ports are compared for TCP and UDP only. ICMP has no selector: a rule admits every type.
    private static boolean portsMatch(RuleMatch match, Flow flow, PolicyState state) {
        return switch (flow.transport()) {
            case Ports(int source, int destination) ->
                match.sourcePorts().contains(source)
                        && destinationMatches(match.destinationPorts(), destination, state);
            case Icmp icmp -> true;
            case Opaque opaque -> true;
        };
    }

    private static boolean destinationMatches(PortMatch match, int port, PolicyState state) {
        return switch (match) {
            case PortMatch.Range(var range) -> range.contains(port);
            case PortMatch.Listed(var list) ->
                state.portList(list).orElseThrow().entries().stream().anyMatch(range -> range.contains(port));
        };
    }

    /// A block or a list of blocks matches its own family only; a group stands for the private
    /// addresses of its members in both families.
    private static boolean peerMatches(Peer peer, IpAddress address, PolicyState state) {
        return switch (peer) {
            case Peer.Block(var block) -> block.contains(address);
            case Peer.Group(var group) ->
                state.membersOf(group).anyMatch(member -> member.addresses().containsPrivate(address));
            case Peer.Listed(var list) ->
                state.prefixList(list).orElseThrow().entries().stream().anyMatch(block -> block.contains(address));
        };
    }

    private static boolean localMatches(LocalSide local, IpAddress address) {
        return switch (local) {
            case LocalSide.Everything() -> true;
            case LocalSide.Block(var block) -> block.contains(address);
        };
    }
}
