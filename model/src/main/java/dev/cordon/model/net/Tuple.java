package dev.cordon.model.net;

import java.util.Optional;

/// What tells a packet's connection from all others: its five-tuple.
///
/// @spec https://help.aliyun.com/zh/ecs/user-guide/connection-timeout-management Connections of
///     TCP, UDP and ICMP
public record Tuple(IpAddress source, IpAddress destination, IpProtocol protocol, Selector selector) {

    /// What stands in the place of ports.
    public sealed interface Selector {

        record Ports(int source, int destination) implements Selector {}

        /// A question of ICMP, or the answer to one. One connection is one identifier.
        record Query(int type, int identifier) implements Selector {}

        /// A message of ICMP that asks nothing, such as an error. Nothing answers it.
        record Message(int type, int code) implements Selector {}

        /// A protocol without anything of that kind: a connection is two addresses.
        record Nothing() implements Selector {}
    }

    /// Returns the tuple of the packets that answer; nothing if there is no answer.
    public Optional<Tuple> reversed() {
        return switch (selector) {
            case Selector.Ports(int from, int to) -> Optional.of(backwards(new Selector.Ports(to, from)));
            case Selector.Query(int type, int identifier) ->
                IcmpTypes.counterpart(protocol, type).map(answer -> backwards(new Selector.Query(answer, identifier)));
            case Selector.Message message -> Optional.empty();
            case Selector.Nothing nothing -> Optional.of(backwards(nothing));
        };
    }

    private Tuple backwards(Selector reversed) {
        return new Tuple(destination, source, protocol, reversed);
    }
}
