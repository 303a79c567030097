package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.verdict.Verdict;
import java.util.List;

/// Decides flows by one policy, without making an object. Used by one thread at a time.
///
/// Nearly all flows are of a peer whose address one ENI has, or none, at an ENI whose rules are an
/// array of numbers: they take the short way. The others ask the same rules, more slowly.
public final class Decider implements FlowDecider {

    private final CompiledPolicy policy;
    private final Registry registry;
    private final Owners owners;
    private final ServiceRuns runs;
    private final Verdicts verdicts;
    private final Tables tables;
    private final SetWalk walk;
    private final boolean rulesFirst;
    private final boolean isolationFirst;
    private final boolean walks;
    private final PeerGroups peer = new PeerGroups();

    Decider(CompiledPolicy policy, Profile profile, Registry registry) {
        this.policy = policy;
        this.registry = registry;
        this.owners = registry.owners();
        this.runs = registry.runs();
        this.verdicts = registry.verdicts();
        this.tables = registry.tables();
        this.walk = new SetWalk(tables.lists());
        this.rulesFirst = profile.intraEgress() == IntraEgress.AFTER_CUSTOM;
        this.isolationFirst = profile.isolation() == Isolation.FIRST;
        this.walks = registry.isIrregular();
    }

    @Override
    public Verdict decide(FlowColumns flows, int row) {
        long[] rules = tables.rules(Tables.number(owners.setOf(flows.eni(row)), flows.direction(row)));
        if (walks || !SetRules.isPlain(rules) || PlatformTable.mayDecide(flows, row)) {
            return decideSlowly(flows, row);
        }
        owners.find(peer, SetRules.space(rules), flows, row);
        return peer.isOneLine()
                ? verdicts.get(walk.verdict(rules, run(rules, flows, row), flows, row, peer))
                : decideSlowly(flows, row);
    }

    /// Returns the run of a flow's service, among those that rules know.
    private int run(long[] rules, FlowColumns flows, int row) {
        int run = runs.run(ServiceKeys.of(flows.coded(row), flows.destinationPort(row)));
        int known = SetRules.runCount(rules);
        return run < known ? run : runs.ancestor(run, known);
    }

    private Verdict decideSlowly(FlowColumns flows, int row) {
        int set = owners.setOf(flows.eni(row));
        int number = Tables.number(set, flows.direction(row));
        if (SetRules.isUnmade(tables.rules(number))) {
            policy.make(set, flows.direction(row));
        }
        long[] rules = tables.rules(number);
        if (walks || SetRules.isWalked(rules)) {
            return policy.walk(flows, row);
        }
        GroupSet of = registry.set(set);
        Verdict platform = PlatformTable.verdict(flows, row, of.likeness().smtp());
        if (platform != null) {
            return platform;
        }
        owners.find(peer, of.space(), flows, row);
        return SetRules.isInTable(rules)
                ? byTable(tables.table(number).orElseThrow(), flows, row)
                : verdicts.get(walk.verdict(rules, run(rules, flows, row), flows, row, peer, sharing(of, rules)));
    }

    private Sharing sharing(GroupSet set, long[] rules) {
        boolean overruled = SetRules.isDependent(rules)
                && sharesOneOf(SetFacts.of(policy.state(), set).isolated());
        return overruled ? Sharing.IS_OVERRULED : Sharing.CONNECTS;
    }

    private boolean sharesOneOf(List<Integer> groups) {
        return firstShared(groups) != Verdicts.NEXT;
    }

    /// Returns the number of the verdict of the first group that another ENI, which has the peer's
    /// address, is in.
    private int firstShared(List<Integer> groups) {
        for (int i = 0; i < groups.size(); i++) {
            if (peer.hasOtherIn(SetLines.code(groups.get(i)))) {
                return Verdicts.ofGroup(groups.get(i));
            }
        }
        return Verdicts.NEXT;
    }

    private Verdict byTable(LargeTable table, FlowColumns flows, int row) {
        SetFacts facts = table.facts();
        int shared =
                isolationFirst && sharesOneOf(facts.isolated()) ? Verdicts.NEXT : firstShared(facts.interconnected());
        if (shared != Verdicts.NEXT && !(flows.isEgress(row) && rulesFirst)) {
            return verdicts.get(shared);
        }
        int rank = table.rules().first(flows, row, peer, tables.lists());
        if (rank < table.rules().ruleCount()) {
            return table.rules().verdict(rank);
        }
        return verdicts.get(shared != Verdicts.NEXT ? shared : table.otherwise());
    }
}
