package dev.cordon.conformance.netns.packets;

import dev.cordon.model.Chance;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A policy of some guests that changes at random, and decides otherwise of about every second flow
/// when it does: few ports, few peers, and rules that contradict each other.
final class ChangingPolicy {

    /// The ports that flows are sent to.
    static final PortRange PORTS = new PortRange(20, 27);

    private static final List<SecurityGroupId> GROUPS =
            Stream.of("sg-1", "sg-2", "sg-3").map(SecurityGroupId::new).toList();
    /// So that a stream of new flows fills neither the table of sessions nor a quota.
    private static final TrackingTimeouts SOON =
            new TrackingTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

    private static final int RULES_PER_GROUP = 8;
    private static final int CHANGE_COUNT_MAX = 4;

    private final Chance chance;
    private final int guestCount;
    private PolicyState state;

    ChangingPolicy(Chance chance, int guestCount) {
        this.chance = chance;
        this.guestCount = guestCount;
        List<Entity> entities = new ArrayList<>();
        for (SecurityGroupId group : GROUPS) {
            entities.add(SmallCloud.group(group, chance.of(IntraGroupPolicy.values())));
            IntStream.range(0, RULES_PER_GROUP).forEach(number -> entities.add(rule(group, number)));
        }
        IntStream.range(0, guestCount).forEach(number -> entities.add(guest(number)));
        this.state = SmallCloud.state(entities.toArray(new Entity[0]));
    }

    PolicyState state() {
        return state;
    }

    /// Returns the state after some changes.
    PolicyState next() {
        int count = chance.between(1, CHANGE_COUNT_MAX);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(change());
        }
        state = state.apply(changes);
        return state;
    }

    private Change change() {
        SecurityGroupId group = chance.of(GROUPS);
        return switch (chance.between(0, 5)) {
            case 0 -> new Change.Put(SmallCloud.group(group, chance.of(IntraGroupPolicy.values())));
            case 1 -> new Change.Put(guest(chance.between(0, guestCount - 1)));
            case 2 ->
                new Change.Delete(
                        rule(group, chance.between(0, RULES_PER_GROUP - 1)).id());
            default -> new Change.Put(rule(group, chance.between(0, RULES_PER_GROUP - 1)));
        };
    }

    private Eni guest(int number) {
        List<SecurityGroupId> groups = chance.shuffled(GROUPS).subList(0, chance.between(1, 2));
        Eni eni = SmallCloud.guest(number, groups.toArray(new SecurityGroupId[0]));
        return eni.with(eni.settings().with(SOON));
    }

    private Rule rule(SecurityGroupId group, int number) {
        int first = chance.between(PORTS.first(), PORTS.last());
        PortRange ports = new PortRange(first, chance.between(first, PORTS.last()));
        IpProtocol protocol = chance.of(IpProtocol.TCP, IpProtocol.UDP);
        RuleMatch match = chance.oneIn(6) ? SmallCloud.everythingOf(peer()) : SmallCloud.ports(protocol, ports, peer());
        Rule rule = SmallCloud.rule(group, number, chance.of(Direction.values()), chance.of(Action.values()), match);
        return new Rule(
                rule.id(),
                rule.group(),
                rule.direction(),
                rule.match(),
                rule.action(),
                new Priority(chance.of(1, 2, 3)),
                rule.position(),
                rule.details());
    }

    private Peer peer() {
        int guest = chance.between(0, guestCount - 1);
        return chance.of(
                SmallCloud.ANYONE,
                SmallCloud.ANYONE_V6,
                new Peer.Block(SmallCloud.v4(guest).asBlock()),
                new Peer.Block(new CidrBlock(SmallCloud.v6(0).masked(64), 64)),
                new Peer.Group(chance.of(GROUPS)));
    }
}
