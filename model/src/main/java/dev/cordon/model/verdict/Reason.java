package dev.cordon.model.verdict;

import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;

/// The one thing that determined a verdict.
public sealed interface Reason {

    /// The packet belongs to a live session of the ENI.
    record EstablishedSession() implements Reason {}

    /// An ICMP error that quotes a live session of the ENI.
    record RelatedError() implements Reason {}

    /// Traffic that no rule can stop.
    record PlatformAllow(Service service) implements Reason {}

    /// Traffic that no rule can admit.
    record PlatformDeny(Service service) implements Reason {}

    /// Nobody knows this ENI, or it is in no group: closed.
    record NoGroup(EniId eni) implements Reason {}

    /// The remote address belongs to another ENI that shares this interconnected group.
    record SharedGroup(SecurityGroupId group) implements Reason {}

    /// The first rule in evaluation order that matches.
    record MatchedRule(SecurityGroupId group, RuleId rule, Priority priority) implements Reason {}

    /// Nothing else had an answer.
    record DefaultAction(Direction direction) implements Reason {}

    /// What the platform lets through or keeps back by itself.
    enum Service {
        LOAD_BALANCER,
        PROBE,
        PATH_MTU,
        METADATA,
        SMTP
    }
}
