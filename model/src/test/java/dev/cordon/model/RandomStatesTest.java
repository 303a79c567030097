package dev.cordon.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class RandomStatesTest {

    private static final int ROUND_COUNT = 300;

    @Test
    void everyReferenceLeadsSomewhere() {
        long seed = System.nanoTime();
        RandomStates states = new RandomStates(Chance.seeded(seed));
        for (int round = 0; round < ROUND_COUNT; round++) {
            PolicyState state = states.next();
            assertEquals(List.of(), problems(state), () -> "seed " + seed + ": " + state);
        }
    }

    private static List<String> problems(PolicyState state) {
        List<String> problems = new ArrayList<>();
        state.vSwitches()
                .filter(vSwitch -> state.vpc(vSwitch.vpc()).isEmpty())
                .forEach(vSwitch -> problems.add("vpc of " + vSwitch));
        state.groups()
                .filter(group -> state.vpc(group.vpc()).isEmpty())
                .forEach(group -> problems.add("vpc of " + group));
        state.instances()
                .filter(instance -> state.vpc(instance.vpc()).isEmpty())
                .forEach(instance -> problems.add("vpc of " + instance));
        state.enis().filter(eni -> !isConsistent(eni, state)).forEach(eni -> problems.add("references of " + eni));
        rules(state).stream()
                .filter(rule -> !isConsistent(rule, state))
                .forEach(rule -> problems.add("references of " + rule));
        return problems;
    }

    private static boolean isConsistent(Eni eni, PolicyState state) {
        boolean attached = !(eni.attachment() instanceof Attached(var instance, var role))
                || state.instance(instance).orElseThrow().vpc().equals(eni.vpc());
        boolean placed = state.vSwitch(eni.vSwitch()).stream()
                .anyMatch(vSwitch -> vSwitch.vpc().equals(eni.vpc())
                        && vSwitch.block().contains(eni.addresses().primary()));
        boolean grouped = eni.groups().stream()
                .allMatch(id -> state.group(id).orElseThrow().vpc().equals(eni.vpc()));
        return attached && placed && grouped && state.vpc(eni.vpc()).isPresent();
    }

    private static boolean isConsistent(Rule rule, PolicyState state) {
        SecurityGroup owner = state.group(rule.group()).orElseThrow();
        boolean peer = switch (rule.match().peer()) {
            case Peer.Block(var block) -> true;
            case Peer.Group(var group) -> state.group(group).orElseThrow().vpc().equals(owner.vpc());
            case Peer.Listed(var list) -> state.prefixList(list).isPresent();
        };
        boolean ports = switch (rule.match().destinationPorts()) {
            case PortMatch.Range(var range) -> true;
            case PortMatch.Listed(var list) -> state.portList(list).isPresent();
        };
        return peer && ports;
    }

    private static List<Rule> rules(PolicyState state) {
        return state.objects()
                .filter(Rule.class::isInstance)
                .map(Rule.class::cast)
                .toList();
    }

    @Test
    void noTwoEnisOfAVpcShareAnAddress() {
        long seed = System.nanoTime();
        RandomStates states = new RandomStates(Chance.seeded(seed));
        for (int round = 0; round < ROUND_COUNT; round++) {
            Set<List<Object>> seen = new HashSet<>();
            for (Eni eni : states.next().enis().toList()) {
                for (var block : eni.addresses().privateBlocks()) {
                    VpcId vpc = eni.vpc();
                    assertTrue(seen.add(List.of(vpc, block)), () -> "seed " + seed + ": " + vpc + " " + block);
                }
            }
        }
    }

    @Test
    void aSeedGivesTheSameStatesAndFlowsAgain() {
        PolicyState one = new RandomStates(Chance.seeded(42)).next();
        assertEquals(one, new RandomStates(Chance.seeded(42)).next());
        assertEquals(new RandomFlows(Chance.seeded(7), one).next(), new RandomFlows(Chance.seeded(7), one).next());
    }

    /// What the generator was made for does come up.
    @Test
    void collisionsComeUp() {
        Set<String> seen = new TreeSet<>();
        RandomStates states = new RandomStates(Chance.seeded(1));
        for (int round = 0; round < ROUND_COUNT; round++) {
            PolicyState state = states.next();
            rules(state).forEach(rule -> seen.addAll(traits(rule, state)));
            state.groups()
                    .filter(group -> state.membersOf(group.id()).findAny().isEmpty())
                    .forEach(group -> seen.add("empty group"));
            state.groups()
                    .filter(group -> state.rulesNaming(group.id())
                            .anyMatch(rule -> state.rulesNaming(rule.group())
                                    .anyMatch(back -> back.group().equals(group.id()))))
                    .forEach(group -> seen.add("groups naming each other"));
            state.enis().filter(eni -> eni.groups().isEmpty()).forEach(eni -> seen.add("eni in no group"));
            state.enis()
                    .filter(eni -> eni.groups().stream()
                                    .map(id -> state.group(id).orElseThrow().type())
                                    .distinct()
                                    .count()
                            == 2)
                    .forEach(eni -> seen.add("eni in groups of both types"));
            state.enis()
                    .filter(eni -> eni.groups().size() == 10)
                    .forEach(eni -> seen.add("eni in as many groups as may be"));
            state.groups()
                    .filter(group -> state.ruleCount(group.id()) > 100)
                    .forEach(group -> seen.add("group of many rules"));
            state.prefixLists()
                    .filter(list -> list.entries().size() == list.entryCountMax())
                    .forEach(list -> seen.add(list.entries().size() < 100 ? "full list" : "full list of many"));
            state.prefixLists().filter(list -> list.entries().isEmpty()).forEach(list -> seen.add("empty list"));
            addressesInTwoVpcs(state).forEach(address -> seen.add("address in two vpcs"));
        }
        assertEquals(
                new TreeSet<>(Set.of(
                        "address in two vpcs",
                        "block",
                        "empty group",
                        "empty list",
                        "eni in as many groups as may be",
                        "eni in groups of both types",
                        "eni in no group",
                        "IPV4 /0",
                        "IPV4 /32",
                        "IPV6 /0",
                        "IPV6 /128",
                        "five-tuple",
                        "full list",
                        "full list of many",
                        "group",
                        "group names itself",
                        "group of many rules",
                        "groups naming each other",
                        "listed",
                        "priority 110",
                        "tie of accept and drop",
                        "touching ranges")),
                seen);
    }

    private static Set<String> traits(Rule rule, PolicyState state) {
        Set<String> traits = new HashSet<>();
        traits.add(
                switch (rule.match().peer()) {
                    case Peer.Block(var block) -> "block";
                    case Peer.Group(var group) -> group.equals(rule.group()) ? "group names itself" : "group";
                    case Peer.Listed(var list) -> "listed";
                });
        if (rule.match().peer() instanceof Peer.Block(var block)) {
            traits.addAll(border(block));
        }
        if (rule.priority().equals(Priority.LEGACY)) {
            traits.add("priority 110");
        }
        if (rule.match().local() instanceof LocalSide.Block) {
            traits.add("five-tuple");
        }
        for (Rule other : state.rulesOf(rule.group())) {
            if (other.priority().equals(rule.priority()) && other.action() != rule.action()) {
                traits.add("tie of accept and drop");
            }
            if (rule.match().destinationPorts() instanceof PortMatch.Range(var low)
                    && other.match().destinationPorts() instanceof PortMatch.Range(var high)
                    && low.last() + 1 == high.first()) {
                traits.add("touching ranges");
            }
        }
        return traits;
    }

    private static Set<String> border(CidrBlock block) {
        int length = block.prefixLengthBits();
        return length == 0 || length == block.family().lengthBits() ? Set.of(block.family() + " /" + length) : Set.of();
    }

    private static List<IpAddress> addressesInTwoVpcs(PolicyState state) {
        return state.enis()
                .filter(eni -> eni.vpc().value().equals("vpc-1"))
                .map(eni -> eni.addresses().primary())
                .filter(address -> state.enis()
                        .anyMatch(eni -> eni.vpc().value().equals("vpc-2")
                                && eni.addresses().containsPrivate(address)))
                .toList();
    }

    @Test
    void flowsOfAnEniMostlyHaveItsAddress() {
        RandomStates states = new RandomStates(Chance.seeded(3));
        int flowCount = 0;
        int ownCount = 0;
        for (int round = 0; round < ROUND_COUNT; round++) {
            PolicyState state = states.next();
            RandomFlows flows = new RandomFlows(Chance.seeded(round), state);
            for (Eni eni : state.enis().toList()) {
                for (Direction direction : Direction.values()) {
                    flowCount++;
                    IpAddress local = direction.localOf(flows.next(eni, direction));
                    ownCount += eni.addresses().containsPrivate(local) ? 1 : 0;
                }
            }
        }
        assertTrue(ownCount > flowCount / 2, ownCount + " of " + flowCount);
    }
}
