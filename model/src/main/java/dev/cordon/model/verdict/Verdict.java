package dev.cordon.model.verdict;

import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.verdict.Reason.DefaultAction;
import dev.cordon.model.verdict.Reason.EstablishedSession;
import dev.cordon.model.verdict.Reason.MatchedRule;
import dev.cordon.model.verdict.Reason.NoGroup;
import dev.cordon.model.verdict.Reason.PlatformAllow;
import dev.cordon.model.verdict.Reason.PlatformDeny;
import dev.cordon.model.verdict.Reason.RelatedError;
import dev.cordon.model.verdict.Reason.SharedGroup;

/// What is concluded of a flow at one ENI and direction, with the reason.
///
/// There is no way to have the one without the other.
public record Verdict(Action action, Reason reason) {

    public Verdict {
        boolean possible = switch (reason) {
            case EstablishedSession(), RelatedError() -> action == Action.ACCEPT;
            case PlatformAllow allow -> action == Action.ACCEPT;
            case SharedGroup shared -> action == Action.ACCEPT;
            case PlatformDeny deny -> action == Action.DROP;
            case NoGroup none -> action == Action.DROP;
            case DefaultAction(Direction direction) -> action == Action.DROP || direction == Direction.EGRESS;
            case MatchedRule rule -> true;
        };
        if (!possible) {
            throw new IllegalArgumentException("`" + reason + "` cannot lead to `" + action + "`");
        }
    }

    public static Verdict ofSession() {
        return new Verdict(Action.ACCEPT, new EstablishedSession());
    }

    public static Verdict ofRelatedError() {
        return new Verdict(Action.ACCEPT, new RelatedError());
    }

    public static Verdict noGroup(EniId eni) {
        return new Verdict(Action.DROP, new NoGroup(eni));
    }

    public static Verdict sharedGroup(SecurityGroupId group) {
        return new Verdict(Action.ACCEPT, new SharedGroup(group));
    }

    public static Verdict matched(Rule rule) {
        return new Verdict(rule.action(), new MatchedRule(rule.group(), rule.id(), rule.priority()));
    }

    public static Verdict byDefault(Action action, Direction direction) {
        return new Verdict(action, new DefaultAction(direction));
    }

    public Stage stage() {
        return switch (reason) {
            case EstablishedSession() -> Stage.SESSION;
            case RelatedError() -> Stage.RELATED;
            case PlatformAllow allow -> Stage.PLATFORM_ALLOW;
            case PlatformDeny deny -> Stage.PLATFORM_DENY;
            case NoGroup none -> Stage.NO_GROUP;
            case SharedGroup shared -> Stage.INTRA_ACCEPT;
            case MatchedRule rule -> Stage.CUSTOM;
            case DefaultAction byDefault -> action == Action.ACCEPT ? Stage.DEFAULT_ACCEPT : Stage.DEFAULT_DROP;
        };
    }
}
