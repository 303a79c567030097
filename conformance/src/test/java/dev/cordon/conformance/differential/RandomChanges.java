package dev.cordon.conformance.differential;

import dev.cordon.model.Chance;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Random changes of a state. Every reference leads somewhere still, unless what an object that
/// comes back refers to is gone.
final class RandomChanges {

    private final Chance chance;

    RandomChanges(Chance chance) {
        this.chance = chance;
    }

    /// Returns one to three changes that belong together.
    ///
    /// @param first where objects that are gone come back from
    List<Change> next(PolicyState state, PolicyState first) {
        List<Change> changes = new ArrayList<>();
        int count = chance.between(1, 3);
        PolicyState reached = state;
        for (int i = 0; i < count; i++) {
            Change change = one(reached, first);
            reached = reached.apply(change);
            changes.add(change);
        }
        return changes;
    }

    private Change one(PolicyState state, PolicyState first) {
        Entity known = chance.of(first.objects().toList());
        Entity entity = state.objects()
                .filter(now -> now.id().equals(known.id()))
                .findFirst()
                .orElse(known);
        return switch (entity) {
            case Eni eni -> chance.oneIn(6) ? new Change.Delete(eni.id()) : new Change.Put(changed(eni, state));
            case Rule rule -> chance.oneIn(3) ? new Change.Delete(rule.id()) : new Change.Put(changed(rule));
            case SecurityGroup group -> new Change.Put(group.with(chance.of(IntraGroupPolicy.values())));
            case PrefixList list -> new Change.Put(changed(list));
            case PortList list ->
                new Change.Put(new PortList(
                        list.id(),
                        list.entryCountMax(),
                        chance.some(list.entries(), list.entries().size()),
                        list.details()));
            case Vpc vpc -> new Change.Put(vpc);
            case VSwitch vSwitch -> new Change.Put(vSwitch);
            case Instance instance -> new Change.Put(instance);
        };
    }

    private Eni changed(Eni eni, PolicyState state) {
        if (chance.oneIn(4)) {
            TrackingTimeouts shorter = new TrackingTimeouts(
                    Duration.ofSeconds(chance.of(30, 910)),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(chance.of(10, 100)));
            EniSettings settings = new EniSettings(
                    eni.settings().mac(), shorter, eni.settings().smtp());
            return eni.with(settings);
        }
        if (eni.groups().isEmpty() || chance.oneIn(2)) {
            List<SecurityGroupId> others = state.groups()
                    .map(SecurityGroup::id)
                    .filter(group -> !eni.groups().contains(group))
                    .toList();
            return others.isEmpty() ? eni : eni.joining(chance.of(others));
        }
        return eni.leaving(chance.of(eni.groups()));
    }

    private Rule changed(Rule rule) {
        Action action = chance.of(Action.values());
        return new Rule(
                rule.id(),
                rule.group(),
                rule.direction(),
                rule.match(),
                action,
                rule.priority(),
                rule.position(),
                rule.details());
    }

    private PrefixList changed(PrefixList list) {
        List<CidrBlock> entries = chance.some(list.entries(), list.entries().size());
        return new PrefixList(list.id(), list.family(), list.entryCountMax(), entries, list.details());
    }
}
