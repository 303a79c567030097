package dev.cordon.engine.table;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.state.PolicyState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// All services in one row of numbers: the ports of TCP, those of UDP, and each other protocol,
/// once for each family.
final class ServiceKeys {

    private static final int UDP_FIRST = 1 << 16;
    private static final int OTHERS_FIRST = 2 << 16;
    private static final int CODED_COUNT = 512;

    static final int COUNT = OTHERS_FIRST + CODED_COUNT;

    private static final int HAS_PORTS = 1 << 31;

    /// By coded protocol: its first key, and whether the port is added to it.
    private static final int[] FIRST = first();

    private ServiceKeys() {}

    /// Keys from one to another, both included.
    record Span(int first, int last) {}

    private static int[] first() {
        int[] first = new int[CODED_COUNT];
        Arrays.setAll(first, coded -> OTHERS_FIRST + coded);
        for (AddressFamily family : AddressFamily.values()) {
            first[coded(IpProtocol.TCP, family)] = HAS_PORTS;
            first[coded(IpProtocol.UDP, family)] = HAS_PORTS | UDP_FIRST;
        }
        return first;
    }

    private static int coded(IpProtocol protocol, AddressFamily family) {
        return protocol.number() | family.ordinal() << 8;
    }

    /// Returns the key of a service.
    ///
    /// @param coded number of the protocol, with the ordinal of the family above its eight bits
    /// @param port destination port; anything for a protocol without ports
    static int of(int coded, int port) {
        int first = FIRST[coded];
        return (first & ~HAS_PORTS) + (port & first >> 31);
    }

    /// Returns the services that a rule is about.
    static List<Span> of(RuleMatch match, PolicyState state) {
        return switch (match.protocol()) {
            case ProtocolMatch.All() -> List.of(new Span(0, COUNT - 1));
            case ProtocolMatch.One(IpProtocol protocol) ->
                protocol.hasPorts()
                        ? ports(match.destinationPorts(), state)
                                .map(range -> ports(protocol, range))
                                .toList()
                        : families(protocol);
        };
    }

    private static Stream<PortRange> ports(PortMatch match, PolicyState state) {
        return switch (match) {
            case PortMatch.Range(PortRange range) -> Stream.of(range);
            case PortMatch.Listed(var list) -> state.portList(list).orElseThrow().entries().stream();
        };
    }

    private static Span ports(IpProtocol protocol, PortRange range) {
        int first = protocol.equals(IpProtocol.UDP) ? UDP_FIRST : 0;
        return new Span(first + range.first(), first + range.last());
    }

    private static List<Span> families(IpProtocol protocol) {
        return Stream.of(AddressFamily.values())
                .filter(protocol::belongsTo)
                .map(family -> OTHERS_FIRST + coded(protocol, family))
                .map(key -> new Span(key, key))
                .toList();
    }
}
