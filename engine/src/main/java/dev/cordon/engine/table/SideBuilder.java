package dev.cordon.engine.table;

import dev.cordon.engine.compile.DefaultVerdict;
import dev.cordon.engine.compile.EvaluationOrder;
import dev.cordon.engine.table.SideParts.Peers;
import dev.cordon.engine.table.SideParts.Services;
import dev.cordon.engine.table.SideParts.Settled;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes what decides in one direction for ENIs with the same groups.
final class SideBuilder {

    /// Rules of which a table can tell the rows apart; far beyond what an ENI may have.
    static final int RULE_COUNT_MAX = 30_000;

    private final Profile profile;
    private final PolicyState state;
    private final Registry registry;

    SideBuilder(Profile profile, PolicyState state, Registry registry) {
        this.profile = profile;
        this.state = state;
        this.registry = registry;
    }

    /// @param likeness of the ENIs, with at least one group
    Side build(Likeness likeness, Direction direction) {
        List<Rule> rules = EvaluationOrder.rules(state, likeness.groups(), direction);
        boolean fits = rules.size() <= RULE_COUNT_MAX
                && rules.stream().noneMatch(rule -> isForeign(rule, likeness.vpc()));
        return fits ? table(rules, likeness, direction) : Side.WALKS;
    }

    /// Tells whether a rule names a group of another VPC, whose addresses would be looked for in the
    /// wrong one.
    private boolean isForeign(Rule rule, VpcId vpc) {
        return switch (rule.match().peer()) {
            case Peer.Group(SecurityGroupId id) -> !state.group(id).orElseThrow().vpc().equals(vpc);
            case Peer.Block block -> false;
            case Peer.Listed listed -> false;
        };
    }

    private SideTable table(List<Rule> rules, Likeness likeness, Direction direction) {
        List<SecurityGroup> groups =
                likeness.groups().stream().map(id -> state.group(id).orElseThrow()).toList();
        Cells.Builder cells = new Cells.Builder(rules.size());
        PeerCells peerCells = new PeerCells(rules, registry, cells);
        RangeList v4 = peerCells.ranges(AddressFamily.IPV4);
        RangeList v6 = peerCells.ranges(AddressFamily.IPV6);
        Services services = new ServiceCells(state, rules, cells).services();
        Peers peers = new Peers(v4, v6, peerCells.groups(groups, profile.isolation()), peerCells.lists());
        Optional<NarrowRanges> narrow = new NarrowCells(rules, cells).ranges();
        IntraEgress shared = direction == Direction.INGRESS ? IntraEgress.FIRST : profile.intraEgress();
        Settled settled = new Settled(shared, likeness.smtp(), verdicts(rules, groups, direction));
        return new SideTable(new SideParts(peers, services, narrow, cells.done(), settled));
    }

    private static List<Verdict> verdicts(List<Rule> rules, List<SecurityGroup> groups, Direction direction) {
        List<Verdict> verdicts = new ArrayList<>();
        rules.forEach(rule -> verdicts.add(Verdict.matched(rule)));
        verdicts.add(DefaultVerdict.of(groups, direction));
        groups.forEach(group -> verdicts.add(Verdict.sharedGroup(group.id())));
        return verdicts;
    }
}
