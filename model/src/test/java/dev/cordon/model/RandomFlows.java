package dev.cordon.model;

import static java.util.stream.Collectors.groupingBy;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.net.Transport;
import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.net.Transport.Opaque;
import dev.cordon.model.net.Transport.Ports;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Random flows, biased to hit what a state holds, and to miss it by one.
public final class RandomFlows {

    private static final IpAddress METADATA = IpAddress.of("100.100.100.200");

    /// Echo of both families, and on both sides of what tells that a packet is too big.
    private static final List<Icmp> ICMP = List.of(
            new Icmp(8, 0),
            new Icmp(128, 0),
            new Icmp(3, 3),
            new Icmp(3, 4),
            new Icmp(3, 4),
            new Icmp(2, 0),
            new Icmp(2, 255),
            new Icmp(1, 0));

    private final Chance chance;
    private final Map<AddressFamily, List<IpAddress>> addresses;
    private final Map<AddressFamily, List<IpAddress>> members;
    private final List<Integer> ports;

    public RandomFlows(Chance chance, PolicyState state) {
        this.chance = chance;
        this.addresses = addresses(state).stream().collect(groupingBy(IpAddress::family));
        this.members = state.enis().flatMap(eni -> own(eni).stream()).collect(groupingBy(IpAddress::family));
        this.ports = ports(state);
    }

    /// Returns a flow between any two addresses.
    public Flow next() {
        AddressFamily family = chance.of(AddressFamily.values());
        return between(address(family), address(family));
    }

    /// Returns a flow that mostly has an address of the ENI on its near side, and often an address
    /// of another ENI on its far side.
    public Flow next(Eni eni, Direction direction) {
        List<IpAddress> own = own(eni);
        AddressFamily family =
                chance.oneIn(2) ? AddressFamily.IPV4 : chance.of(own).family();
        List<IpAddress> ownOfFamily =
                own.stream().filter(address -> address.family() == family).toList();
        IpAddress local = chance.oneIn(10) ? address(family) : chance.of(ownOfFamily);
        List<IpAddress> others = members.getOrDefault(family, List.of());
        IpAddress peer = others.isEmpty() || chance.oneIn(2) ? address(family) : chance.of(others);
        return direction == Direction.INGRESS ? between(peer, local) : between(local, peer);
    }

    private static List<IpAddress> own(Eni eni) {
        return eni.addresses().privateBlocks().stream().map(CidrBlock::first).toList();
    }

    private IpAddress address(AddressFamily family) {
        return chance.of(addresses.getOrDefault(family, List.of()));
    }

    private Flow between(IpAddress source, IpAddress destination) {
        IpProtocol protocol = new IpProtocol(chance.of(6, 6, 6, 17, 17, 1, 58, 47, 132, 50));
        Mark mark = chance.oneIn(16) ? chance.of(Mark.values()) : Mark.NONE;
        return new Flow(source, destination, protocol, transport(protocol), mark);
    }

    private Transport transport(IpProtocol protocol) {
        if (protocol.hasPorts()) {
            return new Ports(chance.of(ports), chance.of(ports));
        }
        return protocol.isIcmp() ? chance.of(ICMP) : new Opaque();
    }

    private static List<IpAddress> addresses(PolicyState state) {
        Stream<CidrBlock> everywhere = Stream.of(CidrBlock.ALL_IPV4, CidrBlock.ALL_IPV6, METADATA.asBlock());
        Stream<CidrBlock> members = state.enis().flatMap(eni -> eni.addresses().privateBlocks().stream());
        Stream<IpAddress> eips = state.enis().flatMap(eni -> eni.addresses().publicAddresses().stream());
        Stream<CidrBlock> listed = objects(state, PrefixList.class).flatMap(list -> list.entries().stream());
        Stream<CidrBlock> named = objects(state, Rule.class).flatMap(rule -> blocks(rule).stream());
        List<IpAddress> addresses = new ArrayList<>(eips.toList());
        Stream.of(everywhere, members, listed, named)
                .flatMap(blocks -> blocks)
                .distinct()
                .forEach(block -> addresses.addAll(Borders.of(block)));
        return addresses;
    }

    private static List<CidrBlock> blocks(Rule rule) {
        List<CidrBlock> blocks = new ArrayList<>();
        if (rule.match().peer() instanceof Peer.Block(var block)) {
            blocks.add(block);
        }
        if (rule.match().local() instanceof LocalSide.Block(var block)) {
            blocks.add(block);
        }
        return blocks;
    }

    private static List<Integer> ports(PolicyState state) {
        Stream<PortRange> always = Stream.of(PortRange.ANY, PortRange.of(22), PortRange.of(25));
        Stream<PortRange> listed = objects(state, PortList.class).flatMap(list -> list.entries().stream());
        Stream<PortRange> named = objects(state, Rule.class).flatMap(rule -> ranges(rule).stream());
        return Stream.of(always, listed, named)
                .flatMap(ranges -> ranges)
                .flatMap(range -> Borders.of(range).stream())
                .distinct()
                .toList();
    }

    private static List<PortRange> ranges(Rule rule) {
        List<PortRange> ranges = new ArrayList<>();
        ranges.add(rule.match().sourcePorts());
        if (rule.match().destinationPorts() instanceof PortMatch.Range(var range)) {
            ranges.add(range);
        }
        return ranges;
    }

    private static <T> Stream<T> objects(PolicyState state, Class<T> type) {
        return state.objects().filter(type::isInstance).map(type::cast);
    }
}
