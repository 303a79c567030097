package dev.cordon.cli.vector;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.ProtocolMatch;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A packet as vectors write it.
final class VectorFlow {

    /// The source port of connections whose vector names none.
    static final int EPHEMERAL_PORT = 40_000;

    private VectorFlow() {}

    static Flow read(JsonNode flow) {
        IpAddress source = IpAddress.of(Fields.text(flow, "src"));
        IpProtocol protocol = protocol(Fields.text(flow, "proto"), source.family());
        return new Flow(
                source, IpAddress.of(Fields.text(flow, "dst")), protocol, transport(flow, protocol), mark(flow));
    }

    /// Returns the protocol that a packet of a family carries: ICMP in IPv6 is ICMPv6.
    static IpProtocol protocol(String text, AddressFamily family) {
        return switch (VectorRule.protocol(text)) {
            case ProtocolMatch.One(var protocol) ->
                protocol.equals(IpProtocol.ICMP) && family == AddressFamily.IPV6 ? IpProtocol.ICMPV6 : protocol;
            case ProtocolMatch.All() -> throw new UnreadableVectorException("a packet of protocol `" + text + "`");
        };
    }

    private static Transport transport(JsonNode flow, IpProtocol protocol) {
        if (protocol.hasPorts()) {
            return new Transport.Ports(flow.path("sport").asInt(EPHEMERAL_PORT), Fields.number(flow, "dport"));
        }
        if (protocol.isIcmp()) {
            int echo = protocol.equals(IpProtocol.ICMP) ? 8 : 128;
            return new Transport.Icmp(
                    flow.path("icmpType").asInt(echo), flow.path("icmpCode").asInt(0));
        }
        return new Transport.Opaque();
    }

    private static Mark mark(JsonNode flow) {
        return switch (flow.path("mark").asString("").toLowerCase(Locale.ROOT)) {
            case "" -> Mark.NONE;
            case "slb" -> Mark.LOAD_BALANCER;
            case "probe" -> Mark.PLATFORM_PROBE;
            default -> throw new UnreadableVectorException("unknown mark `" + flow.path("mark") + "`");
        };
    }
}
