package dev.cordon.analysis.flowset;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.net.IpAddress.V6;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.net.Transport.Ports;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All flows at one side, seen as points: family, protocol, peer, local address, both ports, and
/// for each group that rules name, whether the peer is a member of it.
///
/// Membership is a field of its own, not a set of addresses: members come and go without anybody
/// touching a rule, so what is said here holds whoever the members are. Prefix lists and port lists
/// are what they are in the state.
///
/// Implementation note: protocol comes first, so that ports are cut for TCP and UDP only; other
/// protocols stand at every port, which is where rules leave them.
public final class FlowSpace {

    private static final int PROTOCOL = 0;
    private static final int PEER = 1;
    private static final int LOCAL = 2;
    private static final int SOURCE_PORT = 3;
    private static final int DESTINATION_PORT = 4;
    private static final int FIRST_GROUP = 5;

    private static final Interval MEMBER = Interval.of(1, 1);
    private static final Interval MEMBER_OR_NOT = Interval.of(0, 1);

    private final PolicyState state;
    private final List<SecurityGroupId> groups;

    private FlowSpace(PolicyState state, List<SecurityGroupId> groups) {
        this.state = state;
        this.groups = groups;
    }

    /// Returns a space in which all groups that these rules name can be told apart.
    public static FlowSpace of(PolicyState state, Collection<Rule> rules) {
        List<SecurityGroupId> named = rules.stream()
                .flatMap(rule -> rule.match().peer() instanceof Peer.Group(var group)
                        ? Optional.of(group).stream()
                        : Optional.<SecurityGroupId>empty().stream())
                .distinct()
                .sorted()
                .toList();
        return new FlowSpace(state, named);
    }

    /// Returns the flows that a rule matches, or nothing if the effort is spent.
    ///
    /// @param rule one of those that the space was made for
    public Optional<FlowSet> matchedBy(Rule rule, Effort effort) {
        List<Interval> ports = ports(rule.match().destinationPorts());
        List<Box> boxes = new ArrayList<>();
        for (AddressFamily family : AddressFamily.values()) {
            List<Interval> peers = peers(rule.match().peer(), family);
            if (!effort.spend((long) peers.size() * ports.size())) {
                return Optional.empty();
            }
            Optional<Interval> protocol = protocol(rule.match().protocol(), family);
            Optional<Interval> local = local(rule.match().local(), family);
            if (protocol.isPresent() && local.isPresent()) {
                Box widest = everything(family)
                        .with(PROTOCOL, protocol.get())
                        .with(LOCAL, local.get())
                        .with(SOURCE_PORT, Interval.of(rule.match().sourcePorts()));
                boxes.addAll(narrowed(membership(widest, rule.match()), peers, ports));
            }
        }
        return Optional.of(new FlowSet(boxes));
    }

    private Box everything(AddressFamily family) {
        List<Interval> sides = new ArrayList<>(List.of(
                Interval.of(0, IpProtocol.NUMBER_MAX),
                Interval.all(family),
                Interval.all(family),
                Interval.of(PortRange.ANY),
                Interval.of(PortRange.ANY)));
        groups.forEach(group -> sides.add(MEMBER_OR_NOT));
        return new Box(family, sides);
    }

    private Box membership(Box box, RuleMatch match) {
        return switch (match.peer()) {
            case Peer.Group(var group) -> box.with(FIRST_GROUP + groups.indexOf(group), MEMBER);
            case Peer.Block block -> box;
            case Peer.Listed list -> box;
        };
    }

    private static List<Box> narrowed(Box box, List<Interval> peers, List<Interval> ports) {
        return peers.stream()
                .flatMap(peer -> ports.stream().map(port -> box.with(PEER, peer).with(DESTINATION_PORT, port)))
                .toList();
    }

    private static Optional<Interval> protocol(ProtocolMatch match, AddressFamily family) {
        return switch (match) {
            case ProtocolMatch.All() -> Optional.of(Interval.of(0, IpProtocol.NUMBER_MAX));
            case ProtocolMatch.One(var protocol) ->
                Optional.of(Interval.of(protocol.number(), protocol.number()))
                        .filter(number -> protocol.belongsTo(family));
        };
    }

    private List<Interval> peers(Peer peer, AddressFamily family) {
        return switch (peer) {
            case Peer.Group group -> List.of(Interval.all(family));
            case Peer.Block(var block) -> intervals(List.of(block), family);
            case Peer.Listed(var list) ->
                intervals(state.prefixList(list).orElseThrow().entries(), family);
        };
    }

    private static List<Interval> intervals(List<CidrBlock> blocks, AddressFamily family) {
        return blocks.stream()
                .filter(block -> block.family() == family)
                .map(Interval::of)
                .toList();
    }

    private static Optional<Interval> local(LocalSide local, AddressFamily family) {
        return switch (local) {
            case LocalSide.Everything() -> Optional.of(Interval.all(family));
            case LocalSide.Block(var block) ->
                intervals(List.of(block), family).stream().findFirst();
        };
    }

    private List<Interval> ports(PortMatch match) {
        return switch (match) {
            case PortMatch.Range(var range) -> List.of(Interval.of(range));
            case PortMatch.Listed(var list) ->
                state.portList(list).orElseThrow().entries().stream()
                        .map(Interval::of)
                        .toList();
        };
    }

    /// Returns a flow of a set: the lowest of its first box, so that the same set has the same
    /// witness.
    public Optional<Witness> witness(FlowSet set) {
        return set.boxes().stream().findFirst().map(this::lowest);
    }

    private Witness lowest(Box box) {
        Set<SecurityGroupId> memberOf = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            if (box.sides().get(FIRST_GROUP + i).equals(MEMBER)) {
                memberOf.add(groups.get(i));
            }
        }
        return new Witness(
                new IpProtocol(number(box, PROTOCOL)),
                address(box, PEER),
                address(box, LOCAL),
                new Ports(number(box, SOURCE_PORT), number(box, DESTINATION_PORT)),
                memberOf);
    }

    private static int number(Box box, int side) {
        return (int) box.sides().get(side).first().low();
    }

    private static IpAddress address(Box box, int side) {
        Ordinal first = box.sides().get(side).first();
        return switch (box.family()) {
            case IPV4 -> new V4((int) first.low());
            case IPV6 -> new V6(first.high(), first.low());
        };
    }
}
