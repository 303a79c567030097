package dev.cordon.engine.table;

import static dev.cordon.model.Sketch.eni;
import static dev.cordon.model.Sketch.interconnected;
import static dev.cordon.model.Sketch.isolated;
import static dev.cordon.model.Sketch.prefixList;
import static dev.cordon.model.Sketch.state;

import dev.cordon.model.Chance;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.Change.Delete;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// States that generators seldom make: many rules, many ENIs, members on the move, addresses that
/// many have.
final class UnusualStatesTest {

    private static final int GROUP_COUNT = 5;
    private static final List<IpProtocol> PROTOCOLS =
            List.of(IpProtocol.TCP, IpProtocol.TCP, IpProtocol.UDP, new IpProtocol(1), new IpProtocol(47));

    private static final List<String> BLOCKS =
            List.of("0.0.0.0/0", "203.0.113.0/24", "203.0.113.2/32", "198.51.100.0/24", "2001:db8::/32", "::/0");

    private final Chance chance = Chance.seeded(5);

    @Test
    void moreRulesThanAnArrayHolds() {
        PolicyState state = groups();
        for (int number = 0; number < 400; number++) {
            state = state.apply(new Put(rule("sg-0", number)));
        }
        state = state.apply(new Put(eni("eni-1", "203.0.113.1", "sg-0")))
                .apply(new Put(eni("eni-2", "203.0.113.2", "sg-1")))
                .apply(new Put(eni("eni-3", "203.0.113.3", "sg-2", "sg-1")));
        CompiledPolicy policy = CompiledPolicy.of(Profile.ALIYUN_DEFAULT, state);
        for (int round = 0; round < 10; round++) {
            Agreement.check(policy, chance);
            policy = policy.apply(List.of(new Put(rule("sg-0", round * 7)), new Delete(new RuleId("sgr-" + round))));
        }
    }

    @Test
    void enisThatMoveFromGroupToGroup() {
        PolicyState state = groups();
        for (int number = 0; number < 40; number++) {
            state = state.apply(new Put(rule("sg-" + number % GROUP_COUNT, number)));
        }
        CompiledPolicy policy = CompiledPolicy.of(Profile.ALIYUN_DEFAULT, state);
        for (int step = 0; step < 60; step++) {
            int number = chance.of(List.of(1, 2, 3, 4));
            policy = policy.apply(List.of(new Put(eni("eni-" + number, "203.0.113." + number, some()))));
            Agreement.check(policy, chance);
        }
    }

    /// One address of more owners than a table holds, until some of them go.
    @Test
    void anAddressThatManyHave() {
        PolicyState state = groups();
        for (int number = 0; number < 20; number++) {
            state = state.apply(new Put(rule("sg-" + number % GROUP_COUNT, number)));
        }
        for (int number = 0; number < OwnerTable.OWNER_COUNT_MAX + 4; number++) {
            state = state.apply(new Put(eni("eni-" + number, "203.0.113.7", some())));
        }
        CompiledPolicy policy = CompiledPolicy.of(Profile.ALIYUN_DEFAULT, state);
        Agreement.check(policy, chance);
        for (int number = 0; number < OwnerTable.OWNER_COUNT_MAX; number++) {
            policy = policy.apply(List.of(new Delete(new EniId("eni-" + number))));
        }
        Agreement.check(policy, chance);
    }

    /// So many addresses of both families that the tables of owners grow.
    @Test
    void manyEnis() {
        PolicyState state = groups();
        for (int number = 0; number < 20; number++) {
            state = state.apply(new Put(rule("sg-" + number % GROUP_COUNT, number)));
        }
        for (int number = 0; number < 500; number++) {
            Eni eni = eni("eni-" + number, "203.0.113.1", some());
            IpAddress v4 = new IpAddress.V4(0xcb007100 + number);
            IpAddress v6 = new IpAddress.V6(0x2001_0db8_0000_0000L, number);
            state = state.apply(new Put(eni.with(new EniAddresses(v4, List.of(v6), List.of(), List.of()))));
        }
        Agreement.check(CompiledPolicy.of(Profile.ALIYUN_DEFAULT, state), chance);
    }

    @Test
    void anEniInMoreGroupsThanALineHolds() {
        List<String> names =
                IntStream.range(0, 16).mapToObj(number -> "sg-" + number).toList();
        PolicyState state = groups();
        for (String name : names) {
            state = state.apply(new Put(isolated(name)))
                    .apply(new Put(rule(name, Integer.parseInt(name.substring(3)))));
        }
        state = state.apply(new Put(eni("eni-1", "203.0.113.1", names.toArray(String[]::new))))
                .apply(new Put(eni("eni-2", "203.0.113.2", "sg-1")));
        CompiledPolicy policy = CompiledPolicy.of(Profile.ALIYUN_DEFAULT, state);
        Agreement.check(policy, chance);
        Agreement.check(policy.apply(List.of(new Put(eni("eni-1", "203.0.113.1", "sg-2")))), chance);
    }

    private static PolicyState groups() {
        return state(
                interconnected("sg-0"),
                isolated("sg-1"),
                isolated("sg-2"),
                interconnected("sg-3"),
                isolated("sg-4"),
                prefixList("pl-1", "198.51.100.0/25", "203.0.113.0/30", "192.0.2.7/32"));
    }

    private String[] some() {
        return IntStream.range(0, GROUP_COUNT)
                .filter(number -> chance.oneIn(2))
                .mapToObj(number -> "sg-" + number)
                .toArray(String[]::new);
    }

    private Rule rule(String group, int number) {
        ProtocolMatch protocol = chance.oneIn(6) ? ProtocolMatch.all() : ProtocolMatch.of(chance.of(PROTOCOLS));
        RuleMatch match = new RuleMatch(
                protocol,
                protocol.hasPorts() ? new PortMatch.Range(ports()) : PortMatch.any(),
                protocol.hasPorts() && chance.oneIn(8) ? new PortRange(1_000, 40_000) : PortRange.ANY,
                peer(),
                chance.oneIn(8) ? new LocalSide.Block(CidrBlock.of("203.0.113.0/30")) : LocalSide.everything());
        return new Rule(
                new RuleId("sgr-" + number),
                new SecurityGroupId(group),
                chance.oneIn(3) ? Direction.EGRESS : Direction.INGRESS,
                match,
                chance.of(Action.values()),
                new Priority(chance.of(List.of(1, 1, 2, 100))),
                number,
                RuleDetails.NONE);
    }

    private PortRange ports() {
        int first = chance.of(List.of(22, 53, 80, 443));
        return new PortRange(first, first + chance.of(List.of(0, 1, 400)));
    }

    private Peer peer() {
        Peer group = new Peer.Group(new SecurityGroupId("sg-" + chance.of(List.of(0, 1, 2, 3))));
        Peer block = new Peer.Block(CidrBlock.of(chance.of(BLOCKS)));
        return chance.of(List.of(group, block, block, new Peer.Listed(new PrefixListId("pl-1"))));
    }
}
