package dev.cordon.engine.compile;

import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.verdict.Verdict;
import java.util.List;

/// What holds where nothing else does.
public final class DefaultVerdict {

    private DefaultVerdict() {}

    /// Nothing comes in; basic groups let everything out, and an advanced one nothing.
    ///
    /// @param groups of one ENI, at least one
    public static Verdict of(List<SecurityGroup> groups, Direction direction) {
        boolean advanced = groups.stream().anyMatch(group -> group.type() == GroupType.ADVANCED);
        boolean closed = direction == Direction.INGRESS || advanced;
        return Verdict.byDefault(closed ? Action.DROP : Action.ACCEPT, direction);
    }
}
