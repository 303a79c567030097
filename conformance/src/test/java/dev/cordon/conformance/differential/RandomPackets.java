package dev.cordon.conformance.differential;

import dev.cordon.model.Chance;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Packet;
import dev.cordon.model.net.Packet.Detail;
import dev.cordon.model.net.TcpFlag;
import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.net.Transport.Opaque;
import dev.cordon.model.net.Transport.Ports;
import java.util.Set;

/// Random packets of sessions: with flags, identifiers and quotes.
final class RandomPackets {

    private final Chance chance;

    RandomPackets(Chance chance) {
        this.chance = chance;
    }

    /// Returns a packet of a flow, mostly with what only sessions look at.
    Packet of(Flow flow) {
        if (flow.protocol().equals(IpProtocol.TCP) && !chance.oneIn(8)) {
            return new Packet(
                    flow,
                    new Detail.Flags(chance.of(
                            Set.of(TcpFlag.SYN),
                            Set.of(TcpFlag.SYN, TcpFlag.ACK),
                            Set.of(TcpFlag.ACK),
                            Set.of(TcpFlag.ACK),
                            Set.of(TcpFlag.FIN, TcpFlag.ACK),
                            Set.of(TcpFlag.FIN, TcpFlag.ACK),
                            Set.of(TcpFlag.RST))));
        }
        boolean asks = flow.transport() instanceof Icmp(int type, int code)
                && Set.of(0, 8).contains(type)
                && flow.protocol().equals(IpProtocol.ICMP);
        return asks ? new Packet(flow, new Detail.Identifier(chance.of(7, 8))) : Packet.of(flow);
    }

    static Flow answer(Flow flow) {
        return switch (flow.transport()) {
            case Ports(int source, int destination) ->
                new Flow(
                        flow.destination(),
                        flow.source(),
                        flow.protocol(),
                        new Ports(destination, source),
                        flow.mark());
            case Icmp(int type, int code) ->
                new Flow(
                        flow.destination(),
                        flow.source(),
                        flow.protocol(),
                        new Icmp(type == 8 ? 0 : type, code),
                        Mark.NONE);
            case Opaque opaque -> new Flow(flow.destination(), flow.source(), flow.protocol(), opaque, Mark.NONE);
        };
    }

    /// An error that a router on the way sends back about a packet.
    Packet error(Packet about) {
        Flow flow = about.flow();
        Flow error = switch (flow.family()) {
            case IPV4 ->
                new Flow(
                        flow.destination(),
                        flow.source(),
                        IpProtocol.ICMP,
                        chance.of(new Icmp(3, 3), new Icmp(3, 4), new Icmp(11, 0)),
                        Mark.NONE);
            case IPV6 ->
                new Flow(
                        flow.destination(),
                        flow.source(),
                        IpProtocol.ICMPV6,
                        chance.of(new Icmp(1, 4), new Icmp(2, 0)),
                        Mark.NONE);
        };
        return chance.oneIn(8) ? Packet.of(error) : new Packet(error, new Detail.Quote(about.tuple()));
    }
}
