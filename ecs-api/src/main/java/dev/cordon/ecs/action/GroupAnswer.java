package dev.cordon.ecs.action;

import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// A security group as descriptions show it.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describesecuritygroups DescribeSecurityGroups
final class GroupAnswer {

    private GroupAnswer() {}

    static ObjectNode of(SecurityGroup group, PolicyState state) {
        List<Rule> rules = state.rulesOf(group.id());
        ObjectNode body = Json.object()
                .put("SecurityGroupId", group.id().value())
                .put("SecurityGroupName", group.details().name())
                .put("Description", group.details().description())
                .put("SecurityGroupType", type(group.type()))
                .put("VpcId", group.vpc().value());
        Answers.putTime(body, "CreationTime", group.details());
        body.put("ResourceGroupId", "")
                .put("ServiceManaged", isServiceManaged(group))
                .put("RuleCount", rules.size())
                .put(
                        "GroupToGroupRuleCount",
                        rules.stream().filter(GroupAnswer::namesGroup).count());
        Wrapped.list(body, "Tags", "Tag", Stream.empty());
        return body;
    }

    /// Returns how many instances have an ENI in the group.
    static long instanceCount(SecurityGroup group, PolicyState state) {
        return state.membersOf(group.id())
                .map(EniAnswer::instance)
                .filter(instance -> !instance.isEmpty())
                .distinct()
                .count();
    }

    private static boolean namesGroup(Rule rule) {
        return switch (rule.match().peer()) {
            case Peer.Group(var group) -> true;
            case Peer.Block(var block) -> false;
            case Peer.Listed(var list) -> false;
        };
    }

    static boolean isServiceManaged(SecurityGroup group) {
        return group.management() == Management.CLOUD_PRODUCT;
    }

    static String type(GroupType type) {
        return switch (type) {
            case BASIC -> "normal";
            case ADVANCED -> "enterprise";
        };
    }

    static String policy(IntraGroupPolicy policy) {
        return switch (policy) {
            case INTERCONNECTED -> "Accept";
            case ISOLATED -> "Drop";
        };
    }
}
