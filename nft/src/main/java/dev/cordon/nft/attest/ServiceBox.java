package dev.cordon.nft.attest;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.Direction;
import dev.cordon.nft.ruleset.NumberRange;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/// What packets may show behind their IP header: all combinations of some protocols and, where the
/// one protocol has them, of source and destination ports, or of types and codes.
///
/// @param first source ports, or types of messages
/// @param second destination ports, or codes of messages
record ServiceBox(NumberRange protocols, NumberRange first, NumberRange second) {

    enum Dimension {
        PROTOCOL,
        FIRST,
        SECOND
    }

    /// What a packet shows beside: its addresses, and what the fabric says of it.
    record Ends(Direction direction, IpAddress near, IpAddress far, Mark mark) {}

    private static final NumberRange NONE = NumberRange.of(0);
    private static final NumberRange BYTE = new NumberRange(0, 255);
    private static final NumberRange PORTS = new NumberRange(0, PortRange.PORT_MAX);

    // such as people send by hand
    private static final int SOURCE_PORT = 40_000;
    private static final int DESTINATION_PORT = 80;

    /// Returns boxes that together hold everything, the ones that are met most first.
    static List<ServiceBox> all() {
        return List.of(
                new ServiceBox(of(IpProtocol.TCP), PORTS, PORTS),
                new ServiceBox(of(IpProtocol.UDP), PORTS, PORTS),
                new ServiceBox(of(IpProtocol.ICMP), BYTE, BYTE),
                new ServiceBox(of(IpProtocol.ICMPV6), BYTE, BYTE),
                opaque(0, IpProtocol.ICMP.number() - 1),
                opaque(IpProtocol.ICMP.number() + 1, IpProtocol.TCP.number() - 1),
                opaque(IpProtocol.TCP.number() + 1, IpProtocol.UDP.number() - 1),
                opaque(IpProtocol.UDP.number() + 1, IpProtocol.ICMPV6.number() - 1),
                opaque(IpProtocol.ICMPV6.number() + 1, IpProtocol.NUMBER_MAX));
    }

    private static NumberRange of(IpProtocol protocol) {
        return NumberRange.of(protocol.number());
    }

    private static ServiceBox opaque(int first, int last) {
        return new ServiceBox(new NumberRange(first, last), NONE, NONE);
    }

    NumberRange range(Dimension dimension) {
        return switch (dimension) {
            case PROTOCOL -> protocols;
            case FIRST -> first;
            case SECOND -> second;
        };
    }

    /// Tells whether all packets are of one protocol.
    boolean isOf(IpProtocol protocol) {
        return protocols.equals(of(protocol));
    }

    /// Returns a flow of the box; others are as good.
    Flow flow(Ends ends) {
        boolean comesIn = ends.direction() == Direction.INGRESS;
        IpProtocol protocol = new IpProtocol(one(protocols, IpProtocol.GRE.number()));
        return new Flow(
                comesIn ? ends.far() : ends.near(),
                comesIn ? ends.near() : ends.far(),
                protocol,
                transport(protocol),
                ends.mark());
    }

    private Transport transport(IpProtocol protocol) {
        if (protocol.hasPorts()) {
            return new Transport.Ports(one(first, SOURCE_PORT), one(second, DESTINATION_PORT));
        }
        int echo = protocol.equals(IpProtocol.ICMP) ? 8 : 128;
        return protocol.isIcmp()
                ? new Transport.Icmp(one(first, echo), Math.toIntExact(second.first()))
                : new Transport.Opaque();
    }

    private static int one(NumberRange range, int preferred) {
        boolean zero = range.first() == 0 && range.last() > 0;
        return range.contains(preferred) ? preferred : Math.toIntExact(zero ? 1 : range.first());
    }

    /// Returns the parts between some borders.
    ///
    /// @param at where a part begins, but for the first one
    List<ServiceBox> split(Dimension dimension, NavigableSet<Integer> at) {
        List<ServiceBox> parts = new ArrayList<>();
        NumberRange whole = range(dimension);
        long from = whole.first();
        for (int border : at) {
            parts.add(with(dimension, new NumberRange(from, border - 1)));
            from = border;
        }
        parts.add(with(dimension, new NumberRange(from, whole.last())));
        return parts;
    }

    private ServiceBox with(Dimension dimension, NumberRange range) {
        return switch (dimension) {
            case PROTOCOL -> new ServiceBox(range, first, second);
            case FIRST -> new ServiceBox(protocols, range, second);
            case SECOND -> new ServiceBox(protocols, first, range);
        };
    }
}
