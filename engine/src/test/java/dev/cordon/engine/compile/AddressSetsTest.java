package dev.cordon.engine.compile;

import static dev.cordon.model.Sketch.eni;
import static dev.cordon.model.Sketch.interconnected;
import static dev.cordon.model.Sketch.prefixList;
import static dev.cordon.model.Sketch.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.model.Chance;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.Change.Delete;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Address sets that follow states are those that are made anew.
final class AddressSetsTest {

    private static final SecurityGroupId GROUP = new SecurityGroupId("sg-1");
    private static final SecurityGroupId OTHER = new SecurityGroupId("sg-2");
    private static final int ROUND_COUNT = 200;
    private static final int STEP_COUNT = 40;

    /// Few members, with prefixes that hold each other's addresses, come, go and change.
    @Test
    void followMembersWhoseBlocksHoldEachOther() {
        long seed = System.nanoTime();
        Chance chance = Chance.seeded(seed);
        for (int round = 0; round < ROUND_COUNT; round++) {
            PolicyState state = state(interconnected("sg-1"), interconnected("sg-2"));
            AddressSets sets = AddressSets.of(state);
            for (int step = 0; step < STEP_COUNT; step++) {
                EniId id = new EniId("eni-" + chance.of(List.of(1, 2, 3, 4)));
                state = chance.oneIn(3) ? state.apply(new Delete(id)) : state.apply(new Put(member(id, chance)));
                sets = sets.at(state);
                AddressSets anew = AddressSets.of(state);
                assertEquals(anew.ofMembers(GROUP), sets.ofMembers(GROUP), "seed " + seed);
                assertEquals(anew.ofMembers(OTHER), sets.ofMembers(OTHER), "seed " + seed);
                for (Eni member : state.membersOf(GROUP).toList()) {
                    assertEquals(othersIn(state, member), sets.ofOthers(GROUP, member), "seed " + seed);
                }
            }
        }
    }

    private static Eni member(EniId id, Chance chance) {
        List<String> groups = chance.of(List.of(List.of("sg-1"), List.of("sg-2"), List.of("sg-1", "sg-2")));
        List<CidrBlock> prefixes = IntStream.range(0, 2)
                .map(i -> chance.of(List.of(24, 28, 30, 31)))
                .mapToObj(length -> new CidrBlock(address(chance).masked(length), length))
                .toList();
        return eni(id.value(), "192.0.2.1", groups.toArray(String[]::new))
                .with(new EniAddresses(address(chance), List.of(), prefixes, List.of()));
    }

    private static IpAddress address(Chance chance) {
        return new IpAddress.V4(0xcb007100 | chance.of(List.of(1, 2, 3, 9, 17, 250)));
    }

    private static AddressSet othersIn(PolicyState state, Eni except) {
        return AddressSet.union(state.membersOf(GROUP)
                .filter(member -> !member.id().equals(except.id()))
                .flatMap(member -> member.addresses().privateBlocks().stream())
                .toList());
    }

    @Test
    void followAPrefixList() {
        PrefixListId list = new PrefixListId("pl-1");
        PolicyState before = state(prefixList("pl-1", "198.51.100.0/24"));
        AddressSets sets = AddressSets.of(before);
        assertEquals(AddressSet.union(List.of(CidrBlock.of("198.51.100.0/24"))), sets.of(new Peer.Listed(list)));
        AddressSets changed = sets.at(before.apply(new Put(prefixList("pl-1", "203.0.113.0/25"))));
        assertEquals(AddressSet.union(List.of(CidrBlock.of("203.0.113.0/25"))), changed.of(new Peer.Listed(list)));
    }

    @Test
    void makeNothingAnewThatDidNotChange() {
        PolicyState before = state(
                interconnected("sg-1"),
                interconnected("sg-2"),
                eni("eni-1", "192.0.2.11", "sg-1"),
                eni("eni-2", "192.0.2.12", "sg-2"));
        AddressSets sets = AddressSets.of(before);
        AddressSet members = sets.ofMembers(GROUP);
        AddressSet others = sets.ofMembers(OTHER);
        AddressSets after = sets.at(before.apply(new Delete(new EniId("eni-2"))));
        assertSame(members, after.ofMembers(GROUP));
        assertNotSame(others, after.ofMembers(OTHER));
        assertEquals(AddressSet.EMPTY, after.ofMembers(OTHER));
    }
}
