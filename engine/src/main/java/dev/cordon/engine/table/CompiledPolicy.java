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
    private final Owners owners;
    private final RefChunks<Side> sides;

    CompiledPolicy(Profile profile, PolicyState state, Registry registry) {
        this.profile = profile;
        this.state = state;
        this.registry = registry;
        this.owners = registry.owners();
        this.sides = registry.sides();
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
        return decide(one, 0);
    }

    /// Decides one of the flows, without making any object.
    ///
    /// @param at row of the flow, whose ENI is of this policy
    public Verdict decide(FlowColumns flows, int at) {
        int set = owners.setOf(flows.eni(at));
        Side side = sides.get(2 * set + flows.direction(at));
        return side instanceof SideTable table ? decide(table, set, flows, at) : decideSlowly(set, flows, at);
    }

    private Verdict decide(SideTable side, int set, FlowColumns flows, int at) {
        Verdict platform = PlatformTable.verdict(flows, at, side.smtp());
        if (platform != null) {
            return platform;
        }
        int service = side.service(flows, at);
        long evidence = side.looksAtGroups()
                ? owners.evidence(side, owners.space(set), flows, at, service)
                : side.nothing();
        if (!side.isDecided(evidence)) {
            evidence = side.withAddress(evidence, registry.lists(), flows, at, service);
        }
        return side.verdict(evidence);
    }

    /// Decides several flows, whose memory accesses overlap.
    ///
    /// @param first row of the first flow
    /// @param into gets a verdict for each flow from the first on; as long as there are flows
    public void decideAll(FlowColumns flows, int first, Verdict[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = decide(flows, first + i);
        }
    }

    /// Makes the side that is missing, or walks the clauses where no table can hold them.
    private Verdict decideSlowly(int set, FlowColumns flows, int at) {
        Direction direction = flows.isEgress(at) ? Direction.EGRESS : Direction.INGRESS;
        EniId eni = registry.eni(flows.eni(at));
        return switch (made(set, direction)) {
            case SideTable table -> decide(table, set, flows, at);
            case Side.Walks walks -> walk(eni, direction, flows.flow(at));
            case Side.Unmade unmade -> throw new IllegalStateException("side of `" + eni + "` was not made");
        };
    }

    private Verdict walk(EniId eni, Direction direction, Flow flow) {
        return view(Revision.NONE, List.of(eni)).decide(eni, direction, flow);
    }

    /// Makes all tables that are missing.
    public void makeTables() {
        registry.setNumbers().forEach(set -> {
            made(set, Direction.INGRESS);
            made(set, Direction.EGRESS);
        });
    }

    /// Two threads may make the same side: they make the same one.
    private Side made(int set, Direction direction) {
        int number = Registry.sideNumber(set, direction);
        if (!(sides.get(number) instanceof Side.Unmade)) {
            return sides.get(number);
        }
        Likeness likeness = registry.set(set).likeness();
        boolean walks = registry.isIrregular() || likeness.groups().isEmpty();
        Side made = walks ? Side.WALKS : new SideBuilder(profile, state, registry).build(likeness, direction);
        sides.remember(number, made);
        return made;
    }
}
