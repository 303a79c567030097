package dev.cordon.engine.decide;

import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.verdict.Verdict;
import java.util.List;

/// What one ENI says of the flows of one direction: clauses in evaluation order, and what holds if
/// none of them matches. The order is data; whoever decides, lowers or analyses only walks it.
public record Clauses(Direction direction, List<Clause> inOrder, Verdict otherwise) {

    public Clauses {
        inOrder = List.copyOf(inOrder);
    }

    /// Decides a flow by the first clause that matches it.
    public Verdict decide(Flow flow) {
        for (Clause clause : inOrder) {
            if (matches(clause, flow)) {
                return clause.verdict();
            }
        }
        return otherwise;
    }

    private boolean matches(Clause clause, Flow flow) {
        for (Condition condition : clause.conditions()) {
            if (!Holds.holds(condition, direction, flow)) {
                return false;
            }
        }
        return true;
    }
}
