package dev.cordon.engine.table;

import dev.cordon.engine.compile.EvaluationOrder;
import dev.cordon.engine.table.TableParts.Peers;
import dev.cordon.engine.table.TableParts.Services;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.PolicyState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes what sets say.
final class TableBuilder {

    /// Rules of which a table can tell the rows apart; far beyond what an ENI may have.
    static final int RULE_COUNT_MAX = 30_000;

    private final Profile profile;
    private final PolicyState state;
    private final Registry registry;
    private final Map<SecurityGroupId, List<Rule>> rulesOf = new HashMap<>();

    TableBuilder(Profile profile, PolicyState state, Registry registry) {
        this.profile = profile;
        this.state = state;
        this.registry = registry;
    }

    /// Makes what a set says in one direction, and has it remembered.
    void make(int of, Direction direction) {
        GroupSet set = registry.set(of);
        List<Rule> rules = rules(set, direction);
        Tables tables = registry.tables();
        int number = Tables.number(of, direction.ordinal());
        if (set.groups().isEmpty()
                || rules.size() > RULE_COUNT_MAX
                || isForeign(rules, set.likeness().vpc())) {
            tables.remember(number, SetRules.WALKED);
            return;
        }
        SetFacts facts = SetFacts.of(state, set);
        written(set, facts, rules, direction)
                .ifPresentOrElse(
                        made -> tables.remember(number, made),
                        () -> tables.remember(
                                number, new LargeTable(facts, table(rules), otherwise(facts, direction))));
    }

    private List<Rule> rules(GroupSet set, Direction direction) {
        return EvaluationOrder.rules(
                group -> rulesOf.computeIfAbsent(group, state::rulesOf),
                set.likeness().groups(),
                direction);
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

    private Optional<long[]> written(GroupSet set, SetFacts facts, List<Rule> rules, Direction direction) {
        int count = rules.size() + facts.interconnected().size();
        if (count > SetRules.ENTRY_COUNT_MAX
                || !rules.stream().allMatch(rule -> registry.runs().tellsApart(rule.match(), state))) {
            return Optional.empty();
        }
        SetRulesWriter writer = new SetRulesWriter(state, registry, count);
        boolean rulesFirst = direction == Direction.EGRESS && profile.intraEgress() == IntraEgress.AFTER_CUSTOM;
        if (rulesFirst) {
            rules.forEach(writer::add);
        }
        facts.interconnected().forEach(writer::addShared);
        if (!rulesFirst) {
            rules.forEach(writer::add);
        }
        return writer.done(otherwise(facts, direction), flags(facts), set.space());
    }

    private static int otherwise(SetFacts facts, Direction direction) {
        return switch (direction) {
            case INGRESS -> Verdicts.NOT_IN;
            case EGRESS -> facts.type() == GroupType.ADVANCED ? Verdicts.NOT_OUT : Verdicts.OUT;
        };
    }

    private int flags(SetFacts facts) {
        boolean depends = profile.isolation() == Isolation.FIRST
                && !facts.isolated().isEmpty()
                && !facts.interconnected().isEmpty();
        return depends ? SetRules.DEPENDENT : 0;
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
