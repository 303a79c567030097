package dev.cordon.cli.vector.form;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Packet;
import dev.cordon.model.net.Packet.Detail;
import dev.cordon.model.net.TcpFlag;
import dev.cordon.model.net.Transport;
import dev.cordon.model.net.Tuple;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.wire.Json;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A packet as vectors write it.
public final class PacketForm {

    /// The source port of connections whose vector names none.
    public static final int EPHEMERAL_PORT = 40_000;

    private PacketForm() {}

    public static Packet read(JsonNode packet) {
        return read(packet, address(packet, "src"), address(packet, "dst"));
    }

    /// Reads a packet that says by other means from where to where it goes.
    public static Packet read(JsonNode packet, IpAddress source, IpAddress destination) {
        IpProtocol protocol = protocol(Fields.text(packet, "proto"), source.family());
        Flow flow = new Flow(source, destination, protocol, transport(packet, protocol), mark(packet));
        return new Packet(flow, detail(packet));
    }

    private static IpAddress address(JsonNode packet, String name) {
        String text = Fields.text(packet, name);
        return IpAddress.parse(text).orElseThrow(() -> new UnreadableVectorException("not an address `" + text + "`"));
    }

    /// Returns the protocol that a packet of a family carries: ICMP in IPv6 is ICMPv6, unless it is
    /// written as a number.
    public static IpProtocol protocol(String text, AddressFamily family) {
        boolean isName = text.equalsIgnoreCase("ICMP");
        return switch (RuleForm.protocol(text)) {
            case ProtocolMatch.One(var protocol) ->
                isName && family == AddressFamily.IPV6 ? IpProtocol.ICMPV6 : protocol;
            case ProtocolMatch.All() -> throw new UnreadableVectorException("a packet of protocol `" + text + "`");
        };
    }

    private static Transport transport(JsonNode packet, IpProtocol protocol) {
        if (protocol.hasPorts()) {
            return new Transport.Ports(packet.path("sport").asInt(EPHEMERAL_PORT), Fields.number(packet, "dport"));
        }
        if (protocol.isIcmp()) {
            int echo = protocol.equals(IpProtocol.ICMP) ? 8 : 128;
            return new Transport.Icmp(
                    packet.path("icmpType").asInt(echo), packet.path("icmpCode").asInt(0));
        }
        return new Transport.Opaque();
    }

    private static Detail detail(JsonNode packet) {
        if (packet.has("flags")) {
            return new Detail.Flags(flags(Fields.text(packet, "flags")));
        }
        if (packet.has("icmpId")) {
            return new Detail.Identifier(Fields.number(packet, "icmpId"));
        }
        return packet.has("inner") ? new Detail.Quote(read(packet.path("inner")).tuple()) : new Detail.Plain();
    }

    /// Reads flags by their first letters, as packet dumps write them.
    private static Set<TcpFlag> flags(String letters) {
        Set<TcpFlag> flags = EnumSet.noneOf(TcpFlag.class);
        for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
            switch (letter) {
                case 'S' -> flags.add(TcpFlag.SYN);
                case 'A', '.' -> flags.add(TcpFlag.ACK);
                case 'F' -> flags.add(TcpFlag.FIN);
                case 'R' -> flags.add(TcpFlag.RST);
                case 'P', 'U', 'E', 'C', 'W' -> {}
                default -> throw new UnreadableVectorException("unknown flag in `" + letters + "`");
            }
        }
        return flags;
    }

    /// Writes a packet so that it is read back as it is.
    public static ObjectNode write(Packet packet) {
        Flow flow = packet.flow();
        ObjectNode node = ends(flow.source(), flow.destination(), flow.protocol());
        switch (flow.transport()) {
            case Transport.Ports(int source, int destination) -> putPorts(node, source, destination);
            case Transport.Icmp(int type, int code) -> putIcmp(node, type, code);
            case Transport.Opaque() -> {}
        }
        switch (packet.detail()) {
            case Detail.Plain() -> {}
            case Detail.Flags(var flags) -> node.put("flags", letters(flags));
            case Detail.Identifier(int number) -> node.put("icmpId", number);
            case Detail.Quote(Tuple tuple) -> node.set("inner", write(tuple));
        }
        switch (flow.mark()) {
            case NONE -> {}
            case LOAD_BALANCER -> node.put("mark", "slb");
            case PLATFORM_PROBE -> node.put("mark", "probe");
        }
        return node;
    }

    private static ObjectNode write(Tuple tuple) {
        ObjectNode node = ends(tuple.source(), tuple.destination(), tuple.protocol());
        switch (tuple.selector()) {
            case Tuple.Selector.Ports(int source, int destination) -> putPorts(node, source, destination);
            case Tuple.Selector.Query(int type, int identifier) -> {
                putIcmp(node, type, 0);
                node.put("icmpId", identifier);
            }
            case Tuple.Selector.Message(int type, int code) -> putIcmp(node, type, code);
            case Tuple.Selector.Nothing() -> {}
        }
        return node;
    }

    private static ObjectNode ends(IpAddress source, IpAddress destination, IpProtocol protocol) {
        boolean isNamed = protocol.belongsTo(source.family());
        return Json.object()
                .put("proto", isNamed ? protocol.toString() : Integer.toString(protocol.number()))
                .put("src", source.toString())
                .put("dst", destination.toString());
    }

    private static void putPorts(ObjectNode to, int source, int destination) {
        to.put("sport", source).put("dport", destination);
    }

    private static void putIcmp(ObjectNode to, int type, int code) {
        to.put("icmpType", type).put("icmpCode", code);
    }

    private static String letters(Set<TcpFlag> flags) {
        return flags.stream().sorted().map(flag -> flag.name().substring(0, 1)).collect(Collectors.joining());
    }

    private static Mark mark(JsonNode packet) {
        return switch (packet.path("mark").asString("").toLowerCase(Locale.ROOT)) {
            case "" -> Mark.NONE;
            case "slb" -> Mark.LOAD_BALANCER;
            case "probe" -> Mark.PLATFORM_PROBE;
            default -> throw new UnreadableVectorException("unknown mark `" + packet.path("mark") + "`");
        };
    }
}
