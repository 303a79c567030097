package dev.cordon.engine.table;

import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Which parts of a compiled policy changes touch.
///
/// Looks at what was and at what is, never at the way between, so several changes of one object
/// count as one.
final class Touched {

    private final PolicyState before;
    private final PolicyState after;
    private final Registry.Edit edit;

    Touched(PolicyState before, PolicyState after, Registry.Edit edit) {
        this.before = before;
        this.after = after;
        this.edit = edit;
    }

    void follow(Collection<Change> changes) {
        Set<Id> ids = new LinkedHashSet<>();
        for (Change change : changes) {
            ids.add(
                    switch (change) {
                        case Change.Put(var entity) -> entity.id();
                        case Change.Delete(Id id) -> id;
                    });
        }
        ids.forEach(this::follow);
    }

    private void follow(Id id) {
        switch (id) {
            case EniId eni -> followEni(before.eni(eni), after.eni(eni));
            case RuleId rule -> {
                before.rule(rule).ifPresent(this::reset);
                after.rule(rule).ifPresentOrElse(this::put, () -> edit.remove(rule));
            }
            case SecurityGroupId group -> edit.reset(group);
            case PrefixListId list -> after.prefixList(list).ifPresentOrElse(edit::put, () -> edit.remove(list));
            case PortListId list -> after.rulesNaming(list).forEach(this::put);
            // none of these decides anything
            case dev.cordon.model.policy.VpcId vpc -> {}
            case dev.cordon.model.policy.VSwitchId vSwitch -> {}
            case dev.cordon.model.policy.InstanceId instance -> {}
        }
    }

    private void followEni(Optional<Eni> was, Optional<Eni> is) {
        boolean stays = was.isPresent()
                && is.isPresent()
                && was.get().addresses().equals(is.get().addresses())
                && was.get().vpc().equals(is.get().vpc());
        if (stays) {
            if (!Likeness.of(was.get()).equals(Likeness.of(is.get()))) {
                edit.move(is.get());
            }
            return;
        }
        was.ifPresent(edit::remove);
        is.ifPresent(edit::put);
    }

    private void put(Rule rule) {
        reset(rule);
        edit.put(rule);
    }

    private void reset(Rule rule) {
        edit.reset(rule.group(), rule.direction());
    }
}
