package dev.cordon.engine.explain;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.state.PolicyState;
import java.util.Locale;
import java.util.Optional;

/// Whether one party can open a connection to another.
public record Question(Party from, Party to, Flow flow) {

    /// As a user writes it.
    ///
    /// @param from id of an ENI or instance, or an address; `to` alike
    /// @param protocol `tcp`, `udp`, `icmp`, `gre` or a number
    /// @param port of the destination, empty for a protocol without ports
    /// @param sourcePort empty for any, of which a high one stands in
    public record Words(String from, String to, String protocol, String port, String sourcePort) {}

    /// What the words mean, or why they mean nothing.
    public sealed interface Reading {}

    public record Clear(Question question) implements Reading {}

    public record Unclear(String problem) implements Reading {}

    private static final int SOURCE_PORT = 40_000;

    public static Reading parse(PolicyState state, Words words) {
        AddressFamily family = isIpv6(words.from()) || isIpv6(words.to()) ? AddressFamily.IPV6 : AddressFamily.IPV4;
        Optional<Party> from = Party.find(state, words.from(), family);
        Optional<Party> to = Party.find(state, words.to(), family);
        if (from.isEmpty() || to.isEmpty()) {
            String unknown = from.isEmpty() ? words.from() : words.to();
            return new Unclear("no eni, instance or address `" + unknown + "`; list them with cordon show state");
        }
        if (from.get().address().family() != to.get().address().family()) {
            return new Unclear("`" + words.from() + "` and `" + words.to() + "` are of two address families");
        }
        return flow(from.get().address(), to.get().address(), words)
                .<Reading>map(flow -> new Clear(new Question(from.get(), to.get(), flow)))
                .orElseGet(() -> new Unclear("not a protocol and port `" + words.protocol() + " " + words.port()
                        + "`; use tcp or udp with a port from 1 to 65535, icmp, gre or a number"));
    }

    private static boolean isIpv6(String text) {
        return IpAddress.parse(text)
                .map(address -> address.family() == AddressFamily.IPV6)
                .orElse(false);
    }

    private static Optional<Flow> flow(IpAddress from, IpAddress to, Words words) {
        return switch (words.protocol().toLowerCase(Locale.ROOT)) {
            case "tcp", "6" -> ports(words).map(ports -> Flow.tcp(from, ports.source(), to, ports.destination()));
            case "udp", "17" -> ports(words).map(ports -> Flow.udp(from, ports.source(), to, ports.destination()));
            case "icmp", "icmpv6", "1", "58" -> Optional.of(Flow.ping(from, to));
            case "gre" -> Optional.of(Flow.opaque(from, to, IpProtocol.GRE));
            default ->
                number(words.protocol(), IpProtocol.NUMBER_MAX)
                        .map(protocol -> Flow.opaque(from, to, new IpProtocol(protocol)));
        };
    }

    private record Ports(int source, int destination) {}

    private static Optional<Ports> ports(Words words) {
        Optional<Integer> source = words.sourcePort().isEmpty()
                ? Optional.of(SOURCE_PORT)
                : number(words.sourcePort(), PortRange.PORT_MAX);
        Optional<Integer> destination = number(words.port(), PortRange.PORT_MAX);
        return source.flatMap(first -> destination.map(last -> new Ports(first, last)));
    }

    private static Optional<Integer> number(String text, int max) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= max
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }
}
