package dev.cordon.controlplane.command;

import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleMatch;

/// What makes two rules of one group and direction the same. The description has no part in it.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroup A rule that exists is not
/// added again
record RuleContent(RuleMatch match, Action action, Priority priority) {

    static RuleContent of(Rule rule) {
        return new RuleContent(rule.match(), rule.action(), rule.priority());
    }
}
