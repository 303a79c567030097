package dev.cordon.bench.workload;

import dev.cordon.bench.draw.Draw;
import dev.cordon.bench.draw.FlowTable;
import dev.cordon.bench.draw.Names;
import dev.cordon.bench.draw.Zipf;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleMatch;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Makes flows at ENIs that are drawn all alike: of two, one that is accepted and one that is
/// random.
///
/// An accepted one is made from an accept rule, or from sharing a group, and is kept if the oracle
/// accepts it. A random one is between two ENIs and has any ports; default verdicts let some of
/// these pass too.
public final class Flows {

    private static final int TRY_COUNT_MAX = 8;
    private static final PortRange EPHEMERAL = new PortRange(32_768, 60_999);
    private static final int[] RANDOM_PROTOCOLS = {6, 6, 6, 6, 17, 17, 47};

    private final SplittableRandom random;
    private final Network network;
    private final Memberships memberships;
    private final Oracle oracle;
    private final int[][] members;

    public Flows(Network network, long seed) {
        this.random = new SplittableRandom(seed);
        this.network = network;
        this.memberships = network.memberships();
        this.oracle = new Oracle(network);
        this.members = memberships.membersOfGroups();
    }

    /// Returns flows of which every second, from the first on, was made to be accepted.
    public FlowTable next(int count) {
        FlowTable flows = new FlowTable(count);
        while (flows.size() < count) {
            int eni = random.nextInt(memberships.eniCount());
            Direction direction = random.nextBoolean() ? Direction.INGRESS : Direction.EGRESS;
            Optional<Flow> flow =
                    flows.size() % 2 == 0 ? acceptedFlow(eni, direction) : Optional.of(randomFlow(eni, direction));
            flow.ifPresent(found -> flows.add(eni, direction, found));
        }
        return flows;
    }

    private Optional<Flow> acceptedFlow(int eni, Direction direction) {
        return Stream.generate(() -> promisingFlow(eni, direction))
                .limit(TRY_COUNT_MAX)
                .flatMap(Optional::stream)
                .filter(flow -> oracle.decide(eni, direction, flow).action() == Action.ACCEPT)
                .findFirst();
    }

    /// Returns a trace in which the flows of a table come again and again, some more often
    /// than others.
    public FlowTable repeated(FlowTable flows, int count) {
        Zipf popularity = new Zipf(flows.size(), 1);
        FlowTable trace = new FlowTable(count);
        for (int i = 0; i < count; i++) {
            trace.add(flows, popularity.next(random));
        }
        return trace;
    }

    private Flow randomFlow(int eni, Direction direction) {
        int peer = random.nextInt(memberships.eniCount());
        boolean isV6 = Addresses.hasV6(eni) && Addresses.hasV6(peer) && random.nextBoolean();
        AddressFamily family = isV6 ? AddressFamily.IPV6 : AddressFamily.IPV4;
        IpProtocol protocol = new IpProtocol(RANDOM_PROTOCOLS[random.nextInt(RANDOM_PROTOCOLS.length)]);
        PortRange ports = new PortRange(1, PortRange.PORT_MAX);
        return flow(eni, direction, address(peer, family), protocol, ports);
    }

    private Optional<Flow> promisingFlow(int eni, Direction direction) {
        int[] groups = memberships.groupsOf(eni);
        int shared = groups[random.nextInt(groups.length)];
        if (oracle.interconnects(shared) && random.nextInt(3) == 0) {
            IpAddress peer = anyAddress(anyMember(shared));
            return Optional.of(flow(eni, direction, peer, IpProtocol.TCP, PortRange.ANY))
                    .filter(flow -> hasFamily(eni, peer));
        }
        List<Rule> rules = oracle.rules(eni, direction);
        return rules.isEmpty() ? Optional.empty() : matching(eni, rules.get(random.nextInt(rules.size())));
    }

    private static boolean hasFamily(int eni, IpAddress address) {
        return address.family() == AddressFamily.IPV4 || Addresses.hasV6(eni);
    }

    /// Returns a flow that the rule matches, if the ENI has an address of the peer's family.
    private Optional<Flow> matching(int eni, Rule rule) {
        RuleMatch match = rule.match();
        Optional<IpAddress> peer = peer(match.peer());
        IpProtocol protocol = switch (match.protocol()) {
            case ProtocolMatch.One(var one) -> one;
            case ProtocolMatch.All() -> IpProtocol.TCP;
        };
        PortRange ports = switch (match.destinationPorts()) {
            case PortMatch.Range(var range) -> range;
            case PortMatch.Listed(var list) -> {
                List<PortRange> entries =
                        network.state().portList(list).orElseThrow().entries();
                yield entries.get(random.nextInt(entries.size()));
            }
        };
        return peer.filter(address -> hasFamily(eni, address))
                .map(address -> flow(eni, rule.direction(), address, protocol, ports));
    }

    private Optional<IpAddress> peer(Peer peer) {
        return switch (peer) {
            case Peer.Block(var block) -> Optional.of(in(block));
            case Peer.Group(var group) -> {
                int index = Names.index(group);
                yield members[index].length == 0 ? Optional.empty() : Optional.of(anyAddress(anyMember(index)));
            }
            case Peer.Listed(var list) -> {
                List<CidrBlock> entries =
                        network.state().prefixList(list).orElseThrow().entries();
                yield Optional.of(in(entries.get(random.nextInt(entries.size()))));
            }
        };
    }

    /// Returns an address of a block: of an ENI, if one is easily found in it.
    private IpAddress in(CidrBlock block) {
        int peer = random.nextInt(memberships.eniCount()) / 2 * 2;
        IpAddress own = address(peer, block.family());
        return block.contains(own) ? own : Draw.address(block, random);
    }

    private int anyMember(int group) {
        return members[group][random.nextInt(members[group].length)];
    }

    private IpAddress anyAddress(int eni) {
        boolean isV6 = Addresses.hasV6(eni) && random.nextBoolean();
        return address(eni, isV6 ? AddressFamily.IPV6 : AddressFamily.IPV4);
    }

    /// Returns the address that an ENI has of a family; not all have one of IPv6.
    private static IpAddress address(int eni, AddressFamily family) {
        return family == AddressFamily.IPV6 ? Addresses.v6(eni) : Addresses.v4(eni);
    }

    private Flow flow(int eni, Direction direction, IpAddress peer, IpProtocol protocol, PortRange ports) {
        IpAddress local = address(eni, peer.family());
        boolean isIngress = direction == Direction.INGRESS;
        return new Flow(
                isIngress ? peer : local,
                isIngress ? local : peer,
                protocol,
                Draw.transport(protocol, EPHEMERAL, ports, random),
                Mark.NONE);
    }
}
