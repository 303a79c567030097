package dev.cordon.engine.decide;

import dev.cordon.engine.decide.Condition.DestinationPorts;
import dev.cordon.engine.decide.Condition.IcmpMessage;
import dev.cordon.engine.decide.Condition.LocalIn;
import dev.cordon.engine.decide.Condition.Marked;
import dev.cordon.engine.decide.Condition.PeerIn;
import dev.cordon.engine.decide.Condition.PeerNotIn;
import dev.cordon.engine.decide.Condition.Protocol;
import dev.cordon.engine.decide.Condition.SourcePorts;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.net.Transport.Ports;
import dev.cordon.model.policy.Direction;
import java.util.List;

/// Whether one condition holds of one flow.
final class Holds {

    private Holds() {}

    static boolean holds(Condition condition, Direction direction, Flow flow) {
        return switch (condition) {
            case Protocol(IpProtocol protocol) -> protocol.equals(flow.protocol()) && protocol.belongsTo(flow.family());
            case DestinationPorts(List<PortRange> anyOf) ->
                flow.transport() instanceof Ports(int source, int destination) && isInOneOf(anyOf, destination);
            case SourcePorts(PortRange range) ->
                flow.transport() instanceof Ports(int source, int destination) && range.contains(source);
            case IcmpMessage(int type, int codeFirst, int codeLast) ->
                flow.transport() instanceof Icmp icmp
                        && icmp.type() == type
                        && codeFirst <= icmp.code()
                        && icmp.code() <= codeLast;
            case PeerIn(AddressSet set) -> set.contains(direction.peerOf(flow));
            case PeerNotIn(AddressSet set) -> !set.contains(direction.peerOf(flow));
            case LocalIn(var block) -> block.contains(direction.localOf(flow));
            case Marked(var mark) -> mark == flow.mark();
        };
    }

    private static boolean isInOneOf(List<PortRange> ranges, int port) {
        for (PortRange range : ranges) {
            if (range.contains(port)) {
                return true;
            }
        }
        return false;
    }
}
