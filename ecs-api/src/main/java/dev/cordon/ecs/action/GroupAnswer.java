package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.command.Weights;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.PolicyState;
import java.util.List;

/// A security group as descriptions show it.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describesecuritygroups DescribeSecurityGroups
final class GroupAnswer {

    static final Fields<Seen<SecurityGroup>> FIELDS = Fields.<Seen<SecurityGroup>>none()
            .text("SecurityGroupId", seen -> seen.it().id())
            .text("SecurityGroupName", seen -> seen.it().details().name())
            .text("Description", seen -> seen.it().details().description())
            .text("SecurityGroupType", seen -> type(seen.it().type()))
            .text("VpcId", seen -> seen.it().vpc())
            .text("CreationTime", seen -> LabelAnswer.time(seen.it().details()))
            .flag("ServiceManaged", seen -> isServiceManaged(seen.it()))
            .noNumber("ServiceID")
            .with(GroupAnswer::ruleCounts, RuleCounts.FIELDS)
            .with(seen -> seen.it().details().labels(), LabelAnswer.GROUP);

    private GroupAnswer() {}

    /// Both are told from one reading of the rules, which takes longer than all the rest.
    private record RuleCounts(long all, long namingGroups) {

        static final Fields<RuleCounts> FIELDS = Fields.<RuleCounts>none()
                .number("RuleCount", RuleCounts::all)
                .number("GroupToGroupRuleCount", RuleCounts::namingGroups);
    }

    private static RuleCounts ruleCounts(Seen<SecurityGroup> seen) {
        List<Rule> rules = seen.state().rulesOf(seen.it().id());
        return new RuleCounts(
                rules.size(), rules.stream().filter(GroupAnswer::namesGroup).count());
    }

    /// Returns how many instances have an ENI in the group.
    static long instanceCount(SecurityGroup group, PolicyState state) {
        return state.membersOf(group.id())
                .map(EniAnswer::instance)
                .filter(instance -> !instance.isEmpty())
                .distinct()
                .count();
    }

    /// Returns how many more addresses a basic group takes, or ENIs an advanced one.
    static long room(SecurityGroup group, PolicyState state, Quotas quotas) {
        return (long) Weights.placesMax(group, quotas) - Weights.placesTaken(group, state);
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
