package dev.cordon.model.policy;

import dev.cordon.model.net.PortRange;

/// What a rule asks of a flow; all of it must hold.
///
/// Ports are looked at for TCP and UDP only, and a rule for other protocols names none.
///
/// @param destinationPorts the destination's, whatever the direction of the rule
/// @param sourcePorts [PortRange#ANY] unless the rule is a five-tuple rule
public record RuleMatch(
        ProtocolMatch protocol, PortMatch destinationPorts, PortRange sourcePorts, Peer peer, LocalSide local) {

    public RuleMatch {
        boolean namesPorts = !destinationPorts.equals(PortMatch.any()) || !sourcePorts.equals(PortRange.ANY);
        if (namesPorts && !protocol.hasPorts()) {
            throw new IllegalArgumentException("ports of a protocol without ports `" + protocol + "`");
        }
    }

    /// Returns a match of the three fields that most rules have.
    public static RuleMatch of(ProtocolMatch protocol, PortMatch destinationPorts, Peer peer) {
        return new RuleMatch(protocol, destinationPorts, PortRange.ANY, peer, LocalSide.everything());
    }
}
