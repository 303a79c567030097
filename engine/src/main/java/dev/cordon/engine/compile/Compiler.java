package dev.cordon.engine.compile;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.model.state.SortedTable;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Turns a state into clauses. The evaluation order, and every difference between profiles and
/// kinds of group, is made here and nowhere else.
///
/// Immutable; the compiler of a later state keeps the address sets that it shares with this one.
/// May be used by any thread.
public final class Compiler {

    private final Profile profile;
    private final PolicyState state;
    private final AddressSets sets;
    private final SharedGroups sharedGroups;
    private final RuleClauses ruleClauses;

    private Compiler(Profile profile, PolicyState state, AddressSets sets) {
        this.profile = profile;
        this.state = state;
        this.sets = sets;
        this.sharedGroups = new SharedGroups(profile, state, sets);
        this.ruleClauses = new RuleClauses(state, sets);
    }

    public static Compiler of(Profile profile, PolicyState state) {
        return new Compiler(profile, state, AddressSets.of(state));
    }

    /// Returns the compiler of another state. Costs what differs between the two.
    public Compiler at(PolicyState next) {
        return new Compiler(profile, next, sets.at(next));
    }

    /// Compiles what a host with these ENIs needs. An ENI that the state does not know is left out,
    /// and so closed.
    public HostView view(Revision revision, Collection<EniId> enis) {
        Stream<Eni> known = enis.stream().flatMap(id -> state.eni(id).stream());
        return new HostView(revision, compile(known));
    }

    /// Compiles one view of a state that is looked at once.
    public static HostView view(Profile profile, PolicyState state, Revision revision, Collection<EniId> enis) {
        return of(profile, state).view(revision, enis);
    }

    private SortedTable<EniId, EniPolicy> compile(Stream<Eni> enis) {
        SortedTable<EniId, EniPolicy> policies = SortedTable.empty();
        for (Eni eni : enis.toList()) {
            policies = policies.with(eni.id(), compile(eni));
        }
        return policies;
    }

    private EniPolicy compile(Eni eni) {
        AddressSet addresses = AddressSet.union(eni.addresses().privateBlocks());
        return new EniPolicy(
                eni.id(),
                eni.settings().mac(),
                addresses,
                eni.settings().tracking(),
                clauses(eni, Direction.INGRESS),
                clauses(eni, Direction.EGRESS));
    }

    private Clauses clauses(Eni eni, Direction direction) {
        List<Clause> inOrder = new ArrayList<>(PlatformClauses.of(eni, direction));
        if (eni.groups().isEmpty()) {
            return new Clauses(direction, inOrder, Verdict.noGroup(eni.id()));
        }
        List<Clause> shared = sharedGroups.clauses(eni);
        List<Clause> custom = customClauses(eni, direction);
        boolean sharedFirst = direction == Direction.INGRESS || profile.intraEgress() == IntraEgress.FIRST;
        inOrder.addAll(sharedFirst ? shared : custom);
        inOrder.addAll(sharedFirst ? custom : shared);
        return new Clauses(direction, inOrder, otherwise(eni, direction));
    }

    private List<Clause> customClauses(Eni eni, Direction direction) {
        return EvaluationOrder.rules(state, eni.groups(), direction).stream()
                .flatMap(rule -> ruleClauses.of(rule).stream())
                .toList();
    }

    private Verdict otherwise(Eni eni, Direction direction) {
        List<SecurityGroup> groups =
                eni.groups().stream().map(id -> state.group(id).orElseThrow()).toList();
        return DefaultVerdict.of(groups, direction);
    }
}
