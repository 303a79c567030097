package dev.cordon.model.net;

import dev.cordon.model.net.Tuple.Selector;
import java.util.Optional;
import java.util.Set;

/// A packet: the flow that rules look at, and what only sessions look at.
public record Packet(Flow flow, Detail detail) {

    /// What a packet shows besides its flow.
    public sealed interface Detail {

        /// Nothing more is known of the packet.
        record Plain() implements Detail {}

        record Flags(Set<TcpFlag> flags) implements Detail {

            public Flags {
                flags = Set.copyOf(flags);
            }
        }

        /// The identifier of an ICMP question or answer.
        record Identifier(int number) implements Detail {}

        /// The connection of the packet that an ICMP error is about.
        record Quote(Tuple tuple) implements Detail {}
    }

    public Packet {
        boolean fits = switch (detail) {
            case Detail.Plain() -> true;
            case Detail.Flags flags -> flow.protocol().equals(IpProtocol.TCP);
            case Detail.Identifier identifier ->
                flow.transport() instanceof Transport.Icmp(int type, int code)
                        && IcmpTypes.counterpart(flow.protocol(), type).isPresent();
            case Detail.Quote quote ->
                flow.transport() instanceof Transport.Icmp(int type, int code)
                        && IcmpTypes.isError(flow.protocol(), type);
        };
        if (!fits) {
            throw new IllegalArgumentException("detail `" + detail + "` is not of flow `" + flow + "`");
        }
    }

    /// Returns a packet of which nothing but the flow is known.
    public static Packet of(Flow flow) {
        return new Packet(flow, new Detail.Plain());
    }

    /// Returns the tuple of the connection that this packet would begin, or is part of.
    public Tuple tuple() {
        return new Tuple(flow.source(), flow.destination(), flow.protocol(), selector());
    }

    private Selector selector() {
        return switch (flow.transport()) {
            case Transport.Ports(int source, int destination) -> new Selector.Ports(source, destination);
            case Transport.Icmp(int type, int code) ->
                IcmpTypes.counterpart(flow.protocol(), type).isPresent()
                        ? new Selector.Query(type, identifier())
                        : new Selector.Message(type, code);
            case Transport.Opaque() -> new Selector.Nothing();
        };
    }

    /// Questions that show no identifier are all one connection.
    private int identifier() {
        return detail instanceof Detail.Identifier(int number) ? number : 0;
    }

    /// Returns the connection that this packet, an ICMP error, quotes.
    public Optional<Tuple> quoted() {
        return detail instanceof Detail.Quote(Tuple tuple) ? Optional.of(tuple) : Optional.empty();
    }

    public boolean has(TcpFlag flag) {
        return detail instanceof Detail.Flags(var flags) && flags.contains(flag);
    }

    /// Tells whether this is known to be a TCP segment that opens no connection: anything but a SYN
    /// without ACK.
    public boolean isMidStream() {
        return detail instanceof Detail.Flags && (!has(TcpFlag.SYN) || has(TcpFlag.ACK));
    }
}
