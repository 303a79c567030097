package dev.cordon.engine.explain;

import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Action;
import dev.cordon.model.verdict.Verdict;

/// What is said at one end of a connection.
public sealed interface Side {

    record Judged(Verdict verdict) implements Side {}

    /// No ENI has the address, so no policy is asked.
    record NotJudged(IpAddress outside) implements Side {}

    default boolean drops() {
        return switch (this) {
            case Judged(Verdict verdict) -> verdict.action() == Action.DROP;
            case NotJudged(IpAddress outside) -> false;
        };
    }
}
