package dev.cordon.model.net;

import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.net.Transport.Opaque;
import dev.cordon.model.net.Transport.Ports;

/// What a packet shows a rule.
///
/// Source and destination are of one family, and the transport is the one of the protocol.
public record Flow(IpAddress source, IpAddress destination, IpProtocol protocol, Transport transport, Mark mark) {

    public Flow {
        if (source.family() != destination.family()) {
            throw new IllegalArgumentException("two families in one flow `" + source + ", " + destination + "`");
        }
        boolean fits = switch (transport) {
            case Ports ports -> protocol.hasPorts();
            case Icmp icmp -> protocol.isIcmp();
            case Opaque opaque -> !protocol.hasPorts() && !protocol.isIcmp();
        };
        if (!fits) {
            throw new IllegalArgumentException("transport `" + transport + "` is not of protocol `" + protocol + "`");
        }
    }

    public static Flow tcp(IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {
        return new Flow(source, destination, IpProtocol.TCP, new Ports(sourcePort, destinationPort), Mark.NONE);
    }

    public static Flow udp(IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {
        return new Flow(source, destination, IpProtocol.UDP, new Ports(sourcePort, destinationPort), Mark.NONE);
    }

    /// Returns an echo request of the ICMP that belongs to the family of the addresses.
    public static Flow ping(IpAddress source, IpAddress destination) {
        return switch (source.family()) {
            case IPV4 -> new Flow(source, destination, IpProtocol.ICMP, new Icmp(8, 0), Mark.NONE);
            case IPV6 -> new Flow(source, destination, IpProtocol.ICMPV6, new Icmp(128, 0), Mark.NONE);
        };
    }

    /// Returns a flow of a protocol that has neither ports nor messages.
    public static Flow opaque(IpAddress source, IpAddress destination, IpProtocol protocol) {
        return new Flow(source, destination, protocol, new Opaque(), Mark.NONE);
    }

    public AddressFamily family() {
        return source.family();
    }
}
