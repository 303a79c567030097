package dev.cordon.bench.workload;

import dev.cordon.bench.draw.Mix;
import dev.cordon.bench.draw.Names;
import dev.cordon.bench.draw.Zipf;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.net.IpAddress.V6;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleMatch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The rules of ordinary groups, and the lists that they name.
///
/// Few groups have many rules. Popular blocks come in many groups: networks of one's own, offices,
/// partners. Lists weigh what they can hold, so a group names at most one port list, and a prefix
/// list only if it is one of those of which an ENI has few.
final class GroupRules {

    private static final int PREFIX_LIST_COUNT = 24;
    private static final int PREFIX_LIST_ENTRY_COUNT = 200;
    private static final int PORT_LIST_COUNT = 8;
    private static final int PORT_LIST_ENTRY_COUNT = 12;
    private static final int BLOCK_COUNT = 3_000;
    private static final int RULE_COUNT_MIN = 3;
    private static final int RULE_COUNT_MAX = 28;

    private static final Mix<Integer> V4_LENGTHS = Mix.of(3, 0)
            .and(2, 8)
            .and(5, 12)
            .and(15, 16)
            .and(10, 20)
            .and(40, 24)
            .and(5, 28)
            .and(20, 32);
    private static final Mix<Integer> V6_LENGTHS =
            Mix.of(2, 0).and(3, 32).and(5, 48).and(8, 64).and(2, 96).and(4, 112).and(4, 128);
    private static final Mix<Integer> PROTOCOLS =
            Mix.of(70, 6).and(14, 17).and(6, 1).and(2, 47).and(8, -1);
    private static final Mix<Integer> PRIORITIES =
            Mix.of(6, 1).and(2, 10).and(2, 50).and(3, 100);
    private static final int[] PORTS = {22, 80, 443, 53, 3306, 8080, 3389, 123, 6379, 9092, 5432, 10_250};

    private final SplittableRandom random;
    private final Memberships memberships;
    private final Zipf blockPopularity = new Zipf(BLOCK_COUNT, 0.7);
    private final Zipf ruleCounts = new Zipf(RULE_COUNT_MAX - RULE_COUNT_MIN + 1, 1);
    private final List<CidrBlock> v4Blocks;
    private final List<CidrBlock> v6Blocks;

    GroupRules(Memberships memberships, long seed) {
        this.random = new SplittableRandom(seed);
        this.memberships = memberships;
        this.v4Blocks = blocks(BLOCK_COUNT, AddressFamily.IPV4);
        this.v6Blocks = blocks(BLOCK_COUNT, AddressFamily.IPV6);
    }

    private List<CidrBlock> blocks(int count, AddressFamily family) {
        Set<CidrBlock> blocks = new LinkedHashSet<>();
        while (blocks.size() < count) {
            blocks.add(family == AddressFamily.IPV4 ? v4Block() : v6Block());
        }
        return List.copyOf(blocks);
    }

    /// Returns half of the time a block that holds ENIs, otherwise one of the outside.
    private CidrBlock v4Block() {
        V4 address =
                random.nextBoolean() ? Addresses.v4(random.nextInt(memberships.eniCount())) : new V4(random.nextInt());
        return Addresses.block(address, V4_LENGTHS.next(random));
    }

    private CidrBlock v6Block() {
        V6 address = random.nextBoolean()
                ? Addresses.v6(random.nextInt(memberships.eniCount()))
                : new V6(0x2400_0000_0000_0000L | random.nextLong() >>> 8, random.nextLong());
        return Addresses.block(address, V6_LENGTHS.next(random));
    }

    List<PrefixList> prefixLists() {
        return IntStream.range(0, PREFIX_LIST_COUNT)
                .mapToObj(list -> {
                    AddressFamily family = list % 4 == 3 ? AddressFamily.IPV6 : AddressFamily.IPV4;
                    List<CidrBlock> entries = blocks(PREFIX_LIST_ENTRY_COUNT, family);
                    return new PrefixList(Names.prefixList(list), family, entries.size(), entries, Details.NONE);
                })
                .toList();
    }

    List<PortList> portLists() {
        return IntStream.range(0, PORT_LIST_COUNT)
                .mapToObj(list -> {
                    List<PortRange> entries = IntStream.range(0, PORT_LIST_ENTRY_COUNT)
                            .mapToObj(i -> PortRange.of(1_000 * (i + 1) + 17 * list))
                            .toList();
                    return new PortList(Names.portList(list), entries.size(), entries, Details.NONE);
                })
                .toList();
    }

    List<Rule> of(int group) {
        int count = RULE_COUNT_MIN + ruleCounts.next(random);
        List<Rule> rules = new ArrayList<>();
        for (int position = 0; position < count; position++) {
            rules.add(new Rule(
                    Names.rule(group, position),
                    Names.group(group),
                    random.nextInt(4) == 0 ? Direction.EGRESS : Direction.INGRESS,
                    match(group, position),
                    random.nextInt(5) == 0 ? Action.DROP : Action.ACCEPT,
                    new Priority(PRIORITIES.next(random)),
                    position,
                    RuleDetails.NONE));
        }
        return rules;
    }

    /// The first rule may name a prefix list, the second a port list.
    private RuleMatch match(int group, int position) {
        Peer peer = position == 0 && Memberships.namesPrefixList(group)
                ? new Peer.Listed(Names.prefixList(random.nextInt(PREFIX_LIST_COUNT)))
                : peer(group);
        if (position == 1) {
            PortMatch listed = new PortMatch.Listed(Names.portList(random.nextInt(PORT_LIST_COUNT)));
            return RuleMatch.of(ProtocolMatch.of(IpProtocol.TCP), listed, peer);
        }
        int number = PROTOCOLS.next(random);
        ProtocolMatch protocol = number < 0 ? ProtocolMatch.all() : ProtocolMatch.of(icmpOf(peer, number));
        boolean isFiveTuple = protocol.hasPorts() && random.nextInt(40) == 0;
        return new RuleMatch(
                protocol,
                protocol.hasPorts() ? ports() : PortMatch.any(),
                isFiveTuple ? new PortRange(1_024, PortRange.PORT_MAX) : PortRange.ANY,
                peer,
                LocalSide.everything());
    }

    private static IpProtocol icmpOf(Peer peer, int number) {
        boolean isV6 = peer instanceof Peer.Block(var block) && block.family() == AddressFamily.IPV6;
        return number == 1 && isV6 ? IpProtocol.ICMPV6 : new IpProtocol(number);
    }

    /// Advanced groups take part in no group reference, and a group in none to itself.
    private Peer peer(int group) {
        if (random.nextInt(4) == 0 && !memberships.isAdvanced(group)) {
            int named = memberships.anyBasicGroup(random);
            if (named != group) {
                return new Peer.Group(Names.group(named));
            }
        }
        List<CidrBlock> blocks = random.nextInt(4) == 0 ? v6Blocks : v4Blocks;
        return new Peer.Block(blocks.get(blockPopularity.next(random)));
    }

    private PortMatch ports() {
        int port = PORTS[random.nextInt(PORTS.length)];
        int kind = random.nextInt(20);
        if (kind < 12) {
            return PortMatch.of(PortRange.of(port));
        }
        return PortMatch.of(kind < 18 ? new PortRange(port, port + 100) : new PortRange(1, PortRange.PORT_MAX));
    }
}
