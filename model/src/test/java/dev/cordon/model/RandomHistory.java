package dev.cordon.model;

import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Change.Delete;
import dev.cordon.model.state.Change.Put;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Random histories: a state is made, and then its objects are replaced, taken away and made again,
/// in batches after each of which every reference leads somewhere.
public final class RandomHistory {

    private static final int BATCH_SIZE_MAX = 4;

    private final Chance chance;
    private PolicyState state = PolicyState.EMPTY;

    public RandomHistory(Chance chance) {
        this.chance = chance;
    }

    /// Returns the batches of one history.
    public List<List<Change>> next(int batchCount) {
        List<List<Change>> batches = new ArrayList<>();
        List<Change> making = new RandomStates(chance).nextChanges();
        batches.add(making);
        state = PolicyState.EMPTY.apply(making);
        for (int i = 1; i < batchCount; i++) {
            batches.add(batch());
        }
        return batches;
    }

    /// Returns changes of a state that came about in another way.
    public List<Change> nextOf(PolicyState from) {
        state = from;
        return batch();
    }

    /// Objects of another state have the names of those of this one, and other contents.
    private List<Change> batch() {
        List<Entity> others =
                chance.shuffled(new RandomStates(chance).next().objects().toList());
        List<Change> batch = new ArrayList<>();
        int size = chance.between(1, BATCH_SIZE_MAX);
        while (batch.size() < size) {
            Change change = chance.oneIn(3) ? removal() : new Put(first(others, this::isWhole));
            state = state.apply(change);
            batch.add(change);
        }
        return batch;
    }

    private Change removal() {
        List<Entity> free = state.objects().filter(this::isFree).toList();
        return free.isEmpty()
                ? new Put(first(state.objects().toList(), entity -> true))
                : new Delete(chance.of(free).id());
    }

    private Entity first(List<Entity> entities, Predicate<Entity> fits) {
        return chance.shuffled(entities).stream().filter(fits).findFirst().orElseThrow();
    }

    /// Tells whether everything that an object names is there.
    private boolean isWhole(Entity entity) {
        return switch (entity) {
            case Eni eni -> isWhole(eni);
            case Rule rule -> state.group(rule.group()).isPresent() && peerIsThere(rule) && portsAreThere(rule);
            case SecurityGroup group -> state.vpc(group.vpc()).isPresent();
            case PrefixList list -> true;
            case PortList list -> true;
            case Vpc vpc -> true;
            case VSwitch vSwitch -> state.vpc(vSwitch.vpc()).isPresent();
            case Instance instance -> state.vpc(instance.vpc()).isPresent();
        };
    }

    private boolean isWhole(Eni eni) {
        boolean instanceIsThere = switch (eni.attachment()) {
            case Detached() -> true;
            case Attached(var instance, var role) -> state.instance(instance).isPresent();
        };
        return instanceIsThere
                && state.vpc(eni.vpc()).isPresent()
                && state.vSwitch(eni.vSwitch()).isPresent()
                && eni.groups().stream().allMatch(group -> state.group(group).isPresent());
    }

    private boolean peerIsThere(Rule rule) {
        return switch (rule.match().peer()) {
            case Peer.Block block -> true;
            case Peer.Group(var group) -> state.group(group).isPresent();
            case Peer.Listed(var list) -> state.prefixList(list).isPresent();
        };
    }

    private boolean portsAreThere(Rule rule) {
        return switch (rule.match().destinationPorts()) {
            case PortMatch.Range range -> true;
            case PortMatch.Listed(var list) -> state.portList(list).isPresent();
        };
    }

    /// Tells whether nothing names an object. A VPC stays.
    private boolean isFree(Entity entity) {
        return switch (entity) {
            case Eni eni -> true;
            case Rule rule -> true;
            case SecurityGroup group -> isFree(group);
            case PrefixList list -> state.rulesNaming(list.id()).findAny().isEmpty();
            case PortList list -> state.rulesNaming(list.id()).findAny().isEmpty();
            case Vpc vpc -> false;
            case VSwitch vSwitch -> state.enisOf(vSwitch.id()).findAny().isEmpty();
            case Instance instance -> state.enisOf(instance.id()).findAny().isEmpty();
        };
    }

    private boolean isFree(SecurityGroup group) {
        return state.membersOf(group.id()).findAny().isEmpty()
                && state.rulesOf(group.id()).isEmpty()
                && state.rulesNaming(group.id()).findAny().isEmpty();
    }
}
