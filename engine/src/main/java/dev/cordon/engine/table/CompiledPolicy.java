package dev.cordon.engine.table;

import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.model.verdict.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/// The policy of every ENI of a state, ready to decide.
///
/// Immutable; what [follows][#apply] a change shares all that the change does not touch. ENIs in
/// the same groups share one table for each direction, which is made when it is first asked for, or
/// all at once by [#of]. An ENI keeps its index as long as it lives.
///
/// Implementation note: three lookups lead to a verdict. The ENI's index leads to what its groups
/// say; the peer's address to its owner, and so to the groups that the peer is in; address, groups
/// and service each to a set of rules, of which the first common one decides.
public final class CompiledPolicy {

    private final Profile profile;
    private final PolicyState state;
    private final Registry registry;

    CompiledPolicy(Profile profile, PolicyState state, Registry registry) {
        this.profile = profile;
        this.state = state;
        this.registry = registry;
    }

    /// Returns the policy of no ENI.
    public static CompiledPolicy empty(Profile profile) {
        return new CompiledPolicy(profile, PolicyState.EMPTY, Registry.EMPTY);
    }

    /// Compiles a state, with all tables made.
    public static CompiledPolicy of(Profile profile, PolicyState state) {
        Registry.Edit edit = Registry.EMPTY.edit(PolicyState.EMPTY, state);
        state.prefixLists().forEach(edit::put);
        state.enis().forEach(edit::put);
        CompiledPolicy policy = new CompiledPolicy(profile, state, edit.done());
        policy.makeTables();
        return policy;
    }

    /// Returns the policy after changes. Costs what they touch.
    public CompiledPolicy apply(Collection<Change> changes) {
        PolicyState after = state.apply(changes);
        Registry.Edit edit = registry.edit(state, after);
        new Touched(state, after, edit).follow(changes);
        return new CompiledPolicy(profile, after, edit.done());
    }

    public PolicyState state() {
        return state;
    }

    /// Returns the index of an ENI, if there is one.
    public OptionalInt indexOf(EniId eni) {
        return registry.indexOf(eni);
    }

    /// Returns what a host with these ENIs needs.
    public HostView view(Revision revision, Collection<EniId> enis) {
        return Compiler.view(profile, state, revision, enis);
    }

    /// Decides one flow. Makes a few objects; where that matters, use columns.
    public Verdict decide(EniId eni, Direction direction, Flow flow) {
        OptionalInt index = indexOf(eni);
        if (index.isEmpty()) {
            return Verdict.noGroup(eni);
        }
        FlowColumns one = new FlowColumns();
        one.add(index.getAsInt(), direction, flow);
        return decider().decide(one, 0);
    }

    /// Returns what decides many flows; one for each thread that does.
    public Decider decider() {
        return new Decider(this, profile, registry);
    }

    /// Decides by walking the clauses.
    Verdict walk(FlowColumns flows, int at) {
        EniId eni = registry.eni(flows.eni(at));
        Direction direction = flows.isEgress(at) ? Direction.EGRESS : Direction.INGRESS;
        return view(Revision.NONE, List.of(eni)).decide(eni, direction, flows.flow(at));
    }

    /// Makes the tables of an ENI that are missing and decides by them, or walks the clauses where
    /// no table can hold them.
    Verdict decideSlowly(Decider decider, FlowColumns flows, int at) {
        int set = registry.owners().setOf(flows.eni(at));
        boolean tabled = makeTables(set, flows.direction(at));
        return tabled ? decider.decide(flows, at) : walk(flows, at);
    }

    /// Makes all tables that are missing.
    public void makeTables() {
        if (!registry.isIrregular()) {
            registry.setNumbers().forEach(set -> {
                makeTables(set, Direction.INGRESS.ordinal());
                makeTables(set, Direction.EGRESS.ordinal());
            });
        }
    }

    /// @return whether numbers hold all rules of the set
    private boolean makeTables(int set, int direction) {
        GroupSet groups = registry.set(set);
        if (registry.isMerged(set)) {
            return !(ofSet(set, groups, direction) instanceof Table.Walks);
        }
        boolean held = true;
        for (int group : groups.groups()) {
            held &= makeRules(group, direction);
        }
        return held;
    }

    /// Two threads may make the same: they make it alike.
    private boolean makeRules(int group, int direction) {
        Tables tables = registry.tables();
        if (tables.lines(group, direction)[0] == RuleLines.UNMADE) {
            new TableBuilder(state, registry).make(group, Direction.values()[direction]);
        }
        return tables.lines(group, direction)[0] != RuleLines.WALKED;
    }

    private Table ofSet(int set, GroupSet groups, int direction) {
        Table known = registry.tables().ofSet(set, direction);
        if (!(known instanceof Table.Unmade)) {
            return known;
        }
        Table made = new TableBuilder(state, registry).table(groups.likeness().groups(), Direction.values()[direction]);
        registry.tables().rememberOfSet(set, direction, made);
        return made;
    }
}
