package dev.cordon.engine.table;

import dev.cordon.engine.compile.EvaluationOrder;
import dev.cordon.engine.table.TableParts.Peers;
import dev.cordon.engine.table.TableParts.Services;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.List;

/// Makes tables of the rules of groups.
final class TableBuilder {

    /// Rules of which a table can tell the rows apart; far beyond what an ENI may have.
    static final int RULE_COUNT_MAX = 30_000;

    private final PolicyState state;
    private final Registry registry;

    TableBuilder(PolicyState state, Registry registry) {
        this.state = state;
        this.registry = registry;
    }

    /// Makes the lines or the table of a group's rules, and has them remembered.
    void make(int group, Direction direction) {
        List<SecurityGroupId> one = List.of(registry.group(group));
        List<Rule> rules = EvaluationOrder.rules(state, one, direction);
        if (rules.size() > RuleLines.RULE_COUNT_MAX || isForeign(rules, vpc(one))) {
            registry.tables().rememberOfGroup(group, direction.ordinal(), table(rules, vpc(one)));
            return;
        }
        Verdict[] verdicts = rules.stream().map(Verdict::matched).toArray(Verdict[]::new);
        int[] lines = LineWriter.write(state, registry, rules);
        registry.tables().rememberLines(group, direction.ordinal(), lines, verdicts);
    }

    /// @param groups in the order in which an ENI has them, at least one
    Table table(List<SecurityGroupId> groups, Direction direction) {
        return table(EvaluationOrder.rules(state, groups, direction), vpc(groups));
    }

    private Table table(List<Rule> rules, VpcId vpc) {
        if (rules.isEmpty()) {
            return Table.NO_RULES;
        }
        boolean fits = rules.size() <= RULE_COUNT_MAX && !isForeign(rules, vpc);
        return fits ? table(rules) : Table.WALKS;
    }

    private VpcId vpc(List<SecurityGroupId> groups) {
        return state.group(groups.getFirst()).orElseThrow().vpc();
    }

    private boolean isForeign(List<Rule> rules, VpcId vpc) {
        return rules.stream().anyMatch(rule -> isForeign(rule, vpc));
    }

    /// Tells whether a rule names a group of another VPC, whose addresses would be looked for in
    /// the wrong one.
    private boolean isForeign(Rule rule, VpcId vpc) {
        return switch (rule.match().peer()) {
            case Peer.Group(SecurityGroupId id) ->
                !state.group(id).orElseThrow().vpc().equals(vpc);
            case Peer.Block block -> false;
            case Peer.Listed listed -> false;
        };
    }

    private RuleTable table(List<Rule> rules) {
        Cells cells = new Cells(rules.size());
        PeerCells peerCells = new PeerCells(rules, registry, cells);
        RangeList v4 = peerCells.ranges(AddressFamily.IPV4);
        RangeList v6 = peerCells.ranges(AddressFamily.IPV6);
        Services services = new ServiceCells(state, rules, cells).services();
        Peers peers = new Peers(v4, v6, peerCells.groups(), peerCells.lists());
        return new RuleTable(new TableParts(rules, peers, services, new NarrowCells(rules, cells).ranges(), cells));
    }
}
