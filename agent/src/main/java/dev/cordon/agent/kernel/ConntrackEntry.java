package dev.cordon.agent.kernel;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;

/// The kernel's record of a session.
///
/// @param layer4 of the first packet
/// @param mark of the first packet, where rules have kept it
/// @param zone 0 unless rules part the table
/// @param id tells the entry from a later one with the same tuple
public record ConntrackEntry(
        IpAddress source, IpAddress destination, IpProtocol protocol, Layer4 layer4, Mark mark, int zone, long id) {

    /// What tells sessions of two addresses and a protocol apart.
    public sealed interface Layer4 {

        record Ports(int source, int destination) implements Layer4 {}

        record Icmp(int type, int code, int identifier) implements Layer4 {}

        record Nothing() implements Layer4 {}
    }

    /// Returns the first packet of the session, as far as conntrack remembers it.
    public Flow flow() {
        return new Flow(source, destination, protocol, transport(), mark);
    }

    private Transport transport() {
        return switch (layer4) {
            case Layer4.Ports(int from, int to) when protocol.hasPorts() -> new Transport.Ports(from, to);
            case Layer4.Icmp(int type, int code, int identifier) -> new Transport.Icmp(type, code);
            case Layer4.Ports ports -> new Transport.Opaque();
            case Layer4.Nothing() -> new Transport.Opaque();
        };
    }
}
