package dev.cordon.analysis.flowset;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import dev.cordon.model.net.Transport.Ports;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.Set;

/// One flow of a set, as proof that there is one.
///
/// @param ports meaningless unless the protocol has ports
/// @param peerGroups the groups that the peer address belongs to; of the other groups that rules
///     name it is no member
public record Witness(
        IpProtocol protocol, IpAddress peer, IpAddress local, Ports ports, Set<SecurityGroupId> peerGroups) {

    public Witness {
        peerGroups = Set.copyOf(peerGroups);
    }

    /// Returns the flow, going that way. An ICMP flow is an echo request, as far as it is ICMP of
    /// its family.
    public Flow flow(Direction direction) {
        IpAddress source = direction == Direction.INGRESS ? peer : local;
        IpAddress destination = direction == Direction.INGRESS ? local : peer;
        return new Flow(source, destination, protocol, transport(), Mark.NONE);
    }

    private Transport transport() {
        if (protocol.hasPorts()) {
            return ports;
        }
        return protocol.isIcmp()
                ? Flow.ping(peer, local).transport()
                : Flow.opaque(peer, local, protocol).transport();
    }
}
