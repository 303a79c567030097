package dev.cordon.engine.table;

import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.verdict.Verdict;
import java.util.List;

/// The verdicts that one side can come to.
///
/// @param byRank of each rule in evaluation order, and behind them what holds if none matches
/// @param byPlace of each of the ENI's groups, for those that connect who share them
/// @param shared whether sharing a group comes before rules
record Outcomes(List<Verdict> byRank, List<Verdict> byPlace, IntraEgress shared) {

    Outcomes {
        byRank = List.copyOf(byRank);
        byPlace = List.copyOf(byPlace);
    }

    int ruleCount() {
        return byRank.size() - 1;
    }
}
