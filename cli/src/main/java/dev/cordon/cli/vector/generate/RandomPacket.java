package dev.cordon.cli.vector.generate;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Random packets between an ENI and addresses that rules are about, or miss by one.
final class RandomPacket {

    private static final List<String> STRANGERS = List.of(
            "203.0.113.5",
            "198.51.100.7",
            "100.100.100.200",
            "100.64.0.1",
            "10.0.9.9",
            "2001:db8:1::9",
            "2001:db8::99");
    private static final List<String> PROTOCOLS =
            List.of("TCP", "TCP", "TCP", "TCP", "UDP", "UDP", "ICMP", "GRE", "132");
    private static final List<Integer> PORTS = List.of(21, 22, 23, 25, 53, 80, 443, 444, 8000, 8080, 65_535);

    private final Draws draws;
    private final PolicyState state;

    RandomPacket(Draws draws, PolicyState state) {
        this.draws = draws;
        this.state = state;
    }

    Eni eni() {
        return draws.of(state.enis().toList());
    }

    /// Returns a packet that is seen at an ENI.
    ObjectNode next(Eni eni, Direction direction) {
        IpAddress local = draws.of(ownAddresses(eni));
        List<IpAddress> far = farAddresses(local.family());
        IpAddress peer = draws.of(far);
        IpAddress source = direction == Direction.INGRESS ? peer : local;
        IpAddress destination = direction == Direction.INGRESS ? local : peer;
        String protocol = draws.of(PROTOCOLS);
        boolean isV6Ping = protocol.equals("ICMP") && local.family() == AddressFamily.IPV6;
        ObjectNode packet = Json.object()
                .put("proto", isV6Ping ? "ICMPv6" : protocol)
                .put("src", source.toString())
                .put("dst", destination.toString());
        if (protocol.equals("TCP") || protocol.equals("UDP")) {
            packet.put("sport", draws.oneIn(4) ? 22 : 40_000).put("dport", draws.of(PORTS));
        }
        if (protocol.equals("ICMP")) {
            packet.put("icmpType", isV6Ping ? 128 : 8).put("icmpCode", 0);
        }
        return packet;
    }

    private static List<IpAddress> ownAddresses(Eni eni) {
        return eni.addresses().privateBlocks().stream().map(CidrBlock::first).toList();
    }

    private List<IpAddress> farAddresses(AddressFamily family) {
        Stream<IpAddress> members = state.enis().flatMap(eni -> ownAddresses(eni).stream());
        Stream<IpAddress> eips = state.enis().flatMap(eni -> eni.addresses().publicAddresses().stream());
        List<IpAddress> far = new ArrayList<>();
        Stream.of(members, eips, STRANGERS.stream().map(IpAddress::of))
                .flatMap(addresses -> addresses)
                .filter(address -> address.family() == family)
                .forEach(far::add);
        return far;
    }
}
