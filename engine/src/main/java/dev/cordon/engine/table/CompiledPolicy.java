package dev.cordon.engine.table;

import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.model.verdict.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

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

    CompiledPolicy(Profile profile, PolicyState state, Registry registry) {
        this.profile = profile;
        this.state = state;
        this.registry = registry;
        this.owners = registry.owners();
    }

    /// Returns the policy of no ENI.
    public static CompiledPolicy empty(Profile profile) {
        return new CompiledPolicy(profile, PolicyState.EMPTY, Registry.EMPTY);
    }

    /// Compiles a state, with all tables made.
    public static CompiledPolicy of(Profile profile, PolicyState state) {
        Registry.Edit edit = Registry.EMPTY.edit(PolicyState.EMPTY, state);
        state.enis().forEach(eni -> edit.put(eni));
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
        GroupSet set = owners.setOf(flows.eni(at));
        Verdict platform = PlatformTable.verdict(flows, at, set);
        if (platform != null) {
            return platform;
        }
        GroupSet.@Nullable Side side = flows.isEgress(at) ? set.egress() : set.ingress();
        if (side instanceof SideTable table) {
            return decide(table, set, flows, at);
        }
        return decideSlowly(set, flows, at);
    }

    private Verdict decide(SideTable side, GroupSet set, FlowColumns flows, int at) {
        int service = side.service(flows, at);
        long evidence = owners.evidence(side, set.space(), flows, at, service);
        if (!side.isDecided(evidence)) {
            evidence = side.withAddress(evidence, flows, at, service);
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
    private Verdict decideSlowly(GroupSet set, FlowColumns flows, int at) {
        EniId eni = registry.eni(flows.eni(at));
        Direction direction = flows.isEgress(at) ? Direction.EGRESS : Direction.INGRESS;
        if (set.groupCount() == 0) {
            return Verdict.noGroup(eni);
        }
        return switch (side(set, direction)) {
            case SideTable table -> decide(table, set, flows, at);
            case GroupSet.Walks walks -> view(Revision.NONE, List.of(eni)).decide(eni, direction, flows.flow(at));
        };
    }

    /// Makes all tables that are missing.
    public void makeTables() {
        registry.sets().filter(set -> set.groupCount() > 0).forEach(set -> {
            side(set, Direction.INGRESS);
            side(set, Direction.EGRESS);
        });
    }

    private GroupSet.Side side(GroupSet set, Direction direction) {
        GroupSet.@Nullable Side known = direction == Direction.EGRESS ? set.egress() : set.ingress();
        if (known != null) {
            return known;
        }
        GroupSet.Side made = registry.isIrregular() || namesForeigners(set, direction)
                ? new GroupSet.Walks()
                : new SideBuilder(profile, state, registry).build(set.likeness().groups(), direction);
        set.made(direction, made);
        return made;
    }

    /// Tells whether a rule names a group of another VPC, whose addresses would be looked for in
    /// the wrong one.
    private boolean namesForeigners(GroupSet set, Direction direction) {
        return set.likeness().groups().stream()
                .flatMap(group -> state.rulesOf(group).stream())
                .filter(rule -> rule.direction() == direction)
                .anyMatch(rule -> isForeign(rule, set));
    }

    private boolean isForeign(Rule rule, GroupSet set) {
        return switch (rule.match().peer()) {
            case Peer.Group(SecurityGroupId id) -> {
                SecurityGroup group = state.group(id).orElseThrow();
                yield !group.vpc().equals(set.likeness().vpc());
            }
            case Peer.Block block -> false;
            case Peer.Listed listed -> false;
        };
    }
}
