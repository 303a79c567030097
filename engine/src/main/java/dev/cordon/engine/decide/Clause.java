package dev.cordon.engine.decide;

import dev.cordon.model.verdict.Verdict;
import java.util.List;

/// One compiled line: if all conditions hold, this is the verdict.
///
/// @param conditions all must hold; none means always
public record Clause(List<Condition> conditions, Verdict verdict) {

    public Clause {
        conditions = List.copyOf(conditions);
    }
}
