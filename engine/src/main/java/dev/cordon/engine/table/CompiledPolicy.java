package dev.cordon.engine.table;

import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.FlowCache;
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
    private final Compiler clauses;

    private CompiledPolicy(Profile profile, PolicyState state, Registry registry, Compiler clauses) {
        this.profile = profile;
        this.state = state;
        this.registry = registry;
        this.clauses = clauses;
    }

    /// Returns the policy of no ENI.
    public static CompiledPolicy empty(Profile profile) {
        return new CompiledPolicy(profile, PolicyState.EMPTY, Registry.EMPTY, Compiler.of(profile, PolicyState.EMPTY));
    }

    /// Compiles a state, with all tables made.
    public static CompiledPolicy of(Profile profile, PolicyState state) {
        Registry.Edit edit = Registry.EMPTY.edit(PolicyState.EMPTY, state);
        state.prefixLists().forEach(edit::put);
        state.groups().flatMap(group -> state.rulesOf(group.id()).stream()).forEach(edit::put);
        state.enis().forEach(edit::put);
        CompiledPolicy policy = new CompiledPolicy(profile, state, edit.done(), Compiler.of(profile, state));
        policy.makeTables();
        return policy;
    }

    /// Returns the policy after changes. Costs what they touch.
    public CompiledPolicy apply(Collection<Change> changes) {
        PolicyState after = state.apply(changes);
        Registry.Edit edit = registry.edit(state, after);
        new Touched(state, after, edit).follow(changes);
        return new CompiledPolicy(profile, after, edit.done(), clauses.at(after));
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
        return clauses.view(revision, enis);
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

    /// Returns what decides many flows of which many come again; one for each thread that does.
    ///
    /// @param flowCount how many flows are remembered, a power of two, at least four; a flow takes
    ///     68 bytes
    public RememberingDecider rememberingDecider(int flowCount) {
        return new RememberingDecider(decider(), new FlowCache(flowCount));
    }

    /// Decides by walking the clauses.
    Verdict walk(FlowColumns flows, int at) {
        EniId eni = registry.eni(flows.eni(at));
        Direction direction = flows.isEgress(at) ? Direction.EGRESS : Direction.INGRESS;
        return view(Revision.NONE, List.of(eni)).decide(eni, direction, flows.flow(at));
    }

    /// Makes what the groups of an ENI say, if nobody has asked yet.
    void make(int set, int direction) {
        new TableBuilder(profile, state, registry).make(set, Direction.values()[direction]);
    }

    /// Makes all that nobody has asked for yet.
    public void makeTables() {
        TableBuilder builder = new TableBuilder(profile, state, registry);
        registry.setNumbers().forEach(set -> {
            for (Direction direction : Direction.values()) {
                if (SetRules.isUnmade(registry.tables().rules(Tables.number(set, direction.ordinal())))) {
                    builder.make(set, direction);
                }
            }
        });
    }
}
