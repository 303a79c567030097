package dev.cordon.model.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.Chance;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Role;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change.Delete;
import dev.cordon.model.state.Change.Put;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PolicyStateTest {

    private static final int ROUND_COUNT = 100;
    private static final VpcId VPC_ID = new VpcId("vpc-1");
    private static final VSwitchId V_SWITCH_ID = new VSwitchId("vsw-1");
    private static final SecurityGroupId WEB = new SecurityGroupId("sg-web");
    private static final SecurityGroupId MAIL = new SecurityGroupId("sg-mail");
    private static final InstanceId INSTANCE = new InstanceId("i-1");

    private static final Eni ONE = eni("eni-1", "10.0.0.1", WEB);
    private static final Eni TWO = eni("eni-2", "10.0.0.2", WEB, MAIL);

    private static final PolicyState STATE = PolicyState.EMPTY.apply(puts(
            new Vpc(VPC_ID, CidrBlock.of("10.0.0.0/8"), Details.NONE),
            new VSwitch(V_SWITCH_ID, VPC_ID, CidrBlock.of("10.0.0.0/24"), "cn-a", Details.NONE),
            group(WEB),
            group(MAIL),
            new Instance(INSTANCE, VPC_ID, "ecs.g7.large", "web", Details.NONE),
            ONE,
            TWO));

    private static List<Change> puts(Entity... entities) {
        return Stream.of(entities).<Change>map(Put::new).toList();
    }

    private static SecurityGroup group(SecurityGroupId id) {
        return new SecurityGroup(
                id, VPC_ID, GroupType.BASIC, IntraGroupPolicy.ISOLATED, Management.CUSTOMER, Details.NONE);
    }

    private static Eni eni(String id, String address, SecurityGroupId... groups) {
        return new Eni(
                new EniId(id),
                VPC_ID,
                V_SWITCH_ID,
                new Attached(INSTANCE, Role.PRIMARY),
                EniAddresses.of(IpAddress.of(address)),
                List.of(groups),
                EniSettings.DEFAULT,
                Details.NONE);
    }

    private static Rule rule(String id, SecurityGroupId group, Peer peer, int position) {
        PortMatch ssh = PortMatch.of(PortRange.of(22));
        return new Rule(
                new RuleId(id),
                group,
                Direction.INGRESS,
                RuleMatch.of(ProtocolMatch.of(IpProtocol.TCP), ssh, peer),
                Action.ACCEPT,
                Priority.HIGHEST,
                position,
                RuleDetails.NONE);
    }

    @Test
    void anyOrderOfIndependentChangesLeadsToOneState() {
        long seed = System.nanoTime();
        Chance chance = Chance.seeded(seed);
        RandomStates states = new RandomStates(chance);
        for (int round = 0; round < ROUND_COUNT; round++) {
            List<Change> changes = states.nextChanges();
            PolicyState forward = PolicyState.EMPTY.apply(changes);
            PolicyState shuffled = PolicyState.EMPTY.apply(chance.shuffled(changes));
            String message = "seed " + seed + ", round " + round;
            assertEquals(forward, PolicyState.EMPTY.apply(changes.reversed()), message);
            assertEquals(forward, shuffled, message);
            assertEquals(forward.hashCode(), shuffled.hashCode(), message);
            assertEquals(views(forward), views(shuffled), message);
            assertEquals(forward, shuffled.apply(changes), message);
        }
    }

    /// Objects of another state come and go, or are replaced on the way; nothing of them is left.
    @Test
    void aDetourLeavesNoTrace() {
        long seed = System.nanoTime();
        Chance chance = Chance.seeded(seed);
        RandomStates states = new RandomStates(chance);
        for (int round = 0; round < ROUND_COUNT; round++) {
            PolicyState wanted = states.next();
            PolicyState detour = states.next();
            List<Change> changes = new ArrayList<>();
            detour.objects().map(entity -> new Delete(entity.id())).forEach(changes::add);
            PolicyState reached = detour.apply(chance.shuffled(changes));
            String message = "seed " + seed + ", round " + round;
            assertEquals(PolicyState.EMPTY, reached, message);
            assertEquals(views(PolicyState.EMPTY), views(reached), message);

            PolicyState replaced =
                    wanted.apply(detour.objects().<Change>map(Put::new).toList());
            List<Change> back = new ArrayList<>(changes);
            wanted.objects().forEach(entity -> back.removeIf(change -> change.equals(new Delete(entity.id()))));
            wanted.objects().map(Put::new).forEach(back::add);
            PolicyState restored = replaced.apply(chance.shuffled(back));
            assertEquals(wanted, restored, message);
            assertEquals(views(wanted), views(restored), message);
        }
    }

    /// Returns what every question about references answers, in text.
    private static List<String> views(PolicyState state) {
        List<String> views = new ArrayList<>();
        state.groups().map(SecurityGroup::id).forEach(id -> {
            views.add(id + " members " + state.membersOf(id).toList());
            views.add(id + " rules " + state.rulesOf(id));
            views.add(id + " named by " + state.rulesNaming(id).toList());
        });
        state.instances()
                .forEach(i -> views.add(i.id() + " " + state.enisOf(i.id()).toList()));
        state.vSwitches()
                .forEach(v -> views.add(v.id() + " " + state.enisOf(v.id()).toList()));
        return views;
    }

    @Test
    void questionsAboutReferencesAgreeWithAScan() {
        long seed = System.nanoTime();
        RandomStates states = new RandomStates(Chance.seeded(seed));
        for (int round = 0; round < ROUND_COUNT; round++) {
            PolicyState state = states.next();
            List<Rule> rules = state.objects()
                    .filter(Rule.class::isInstance)
                    .map(Rule.class::cast)
                    .toList();
            state.groups().map(SecurityGroup::id).forEach(id -> {
                assertEquals(
                        state.enis().filter(eni -> eni.groups().contains(id)).toList(),
                        state.membersOf(id).toList(),
                        () -> "seed " + seed);
                assertEquals(
                        rules.stream()
                                .filter(rule -> rule.group().equals(id))
                                .sorted(Comparator.comparingInt(Rule::position))
                                .toList(),
                        state.rulesOf(id),
                        () -> "seed " + seed);
                assertEquals(
                        rules.stream()
                                .filter(rule -> rule.match().peer().equals(new Peer.Group(id)))
                                .filter(rule -> !rule.group().equals(id))
                                .toList(),
                        state.rulesNaming(id).toList(),
                        () -> "seed " + seed);
            });
        }
    }

    @Test
    void membersFollowTheEni() {
        assertEquals(List.of(ONE, TWO), STATE.membersOf(WEB).toList());
        assertEquals(List.of(TWO), STATE.membersOf(MAIL).toList());

        Eni moved = ONE.joining(MAIL).leaving(WEB);
        PolicyState changed = STATE.apply(new Put(moved));
        assertEquals(List.of(TWO), changed.membersOf(WEB).toList());
        assertEquals(List.of(moved, TWO), changed.membersOf(MAIL).toList());

        PolicyState deleted = changed.apply(new Delete(TWO.id()));
        assertEquals(List.of(), deleted.membersOf(WEB).toList());
        assertEquals(List.of(moved), deleted.membersOf(MAIL).toList());
        assertEquals(List.of(ONE, TWO), STATE.membersOf(WEB).toList());
    }

    @Test
    void rulesFollowTheirGroupAndPeer() {
        Rule first = rule("sgr-2", WEB, new Peer.Group(MAIL), 1);
        Rule second = rule("sgr-1", WEB, new Peer.Block(CidrBlock.ALL_IPV4), 2);
        PolicyState state = STATE.apply(puts(second, first));
        assertEquals(List.of(first, second), state.rulesOf(WEB));
        assertEquals(List.of(first), state.rulesNaming(MAIL).toList());

        Rule opened = rule("sgr-2", WEB, new Peer.Block(CidrBlock.ALL_IPV6), 3);
        PolicyState replaced = state.apply(new Put(opened));
        assertEquals(List.of(second, opened), replaced.rulesOf(WEB));
        assertEquals(List.of(), replaced.rulesNaming(MAIL).toList());

        PolicyState deleted = replaced.apply(List.of(new Delete(first.id()), new Delete(second.id())));
        assertEquals(List.of(), deleted.rulesOf(WEB));
        assertEquals(STATE, deleted);
    }

    @Test
    void aGroupThatNamesItselfHasItsRuleOnce() {
        Rule self = rule("sgr-3", WEB, new Peer.Group(WEB), 1);
        PolicyState state = STATE.apply(new Put(self));
        assertEquals(List.of(self), state.rulesOf(WEB));
        assertEquals(List.of(), state.rulesNaming(WEB).toList());
        assertEquals(List.of(), state.apply(new Delete(self.id())).rulesOf(WEB));
    }

    @Test
    void objectsAreFoundByIdAndKind() {
        assertEquals(Optional.of(ONE), STATE.eni(ONE.id()));
        assertEquals(Optional.of(group(WEB)), STATE.group(WEB));
        assertEquals(Optional.empty(), STATE.group(new SecurityGroupId("eni-1")));
        assertEquals(Optional.empty(), STATE.apply(new Delete(WEB)).group(WEB));
        assertEquals(List.of(ONE, TWO), STATE.enisOf(INSTANCE).toList());
        assertEquals(List.of(ONE, TWO), STATE.enisOf(V_SWITCH_ID).toList());
        assertEquals(List.of(V_SWITCH_ID), STATE.vSwitches().map(VSwitch::id).toList());
        assertEquals(
                List.of("vpc-1", "vsw-1", "sg-mail", "sg-web", "i-1", "eni-1", "eni-2"),
                STATE.objects().map(entity -> entity.id().value()).toList());
    }

    @Test
    void deletingWhatIsNotThereChangesNothing() {
        assertEquals(STATE, STATE.apply(new Delete(new RuleId("sgr-9"))));
        assertEquals(PolicyState.EMPTY, PolicyState.EMPTY.apply(new Delete(WEB)));
    }
}
