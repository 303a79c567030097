package dev.cordon.wire.verdict;

import dev.cordon.model.policy.Action;
import dev.cordon.model.verdict.Reason.DefaultAction;
import dev.cordon.model.verdict.Reason.EstablishedSession;
import dev.cordon.model.verdict.Reason.MatchedRule;
import dev.cordon.model.verdict.Reason.NoGroup;
import dev.cordon.model.verdict.Reason.PlatformAllow;
import dev.cordon.model.verdict.Reason.PlatformDeny;
import dev.cordon.model.verdict.Reason.RelatedError;
import dev.cordon.model.verdict.Reason.Service;
import dev.cordon.model.verdict.Reason.SharedGroup;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.wire.shape.Values;

/// The one line that tells a person why.
public final class Wording {

    private Wording() {}

    public static String of(Verdict verdict) {
        return switch (verdict.reason()) {
            case EstablishedSession() -> "belongs to a live session";
            case RelatedError() -> "is an icmp error about a live session";
            case PlatformAllow(var service) -> text(service) + "; no rule can stop it";
            case PlatformDeny(var service) -> text(service) + "; no rule can admit it";
            case NoGroup(var eni) -> eni + " is in no group; closed";
            case SharedGroup(var group) -> "shares interconnected group " + group;
            case MatchedRule(var group, var rule, var priority) ->
                "rule " + rule + " of group " + group + " (priority " + priority.number() + ") "
                        + does(verdict.action());
            case DefaultAction(var direction) ->
                "no rule matches; " + Values.text(direction) + " " + does(verdict.action()) + " by default";
        };
    }

    private static String does(Action action) {
        return switch (action) {
            case ACCEPT -> "accepts";
            case DROP -> "drops";
        };
    }

    private static String text(Service service) {
        return switch (service) {
            case LOAD_BALANCER -> "forwarded by a load balancer";
            case PROBE -> "a probe of the platform";
            case PATH_MTU -> "a path mtu error";
            case METADATA -> "goes to the metadata service";
            case SMTP -> "mail to the internet";
        };
    }
}
