package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.GroupRejection.AdvancedGroupPolicyFixed;
import dev.cordon.controlplane.command.GroupRejection.GroupHasMembers;
import dev.cordon.controlplane.command.GroupRejection.GroupIsProtected;
import dev.cordon.controlplane.command.GroupRejection.GroupIsReferenced;
import dev.cordon.controlplane.command.GroupRejection.GroupLimit;
import dev.cordon.controlplane.command.GroupRejection.GroupManagedByProduct;
import dev.cordon.controlplane.command.GroupRejection.GroupNotFound;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides commands about security groups as such.
final class GroupCommands {

    private GroupCommands() {}

    /// A new basic group interconnects its members, however others of the VPC are set.
    ///
    /// @spec https://alibabacloud.com/help/en/ecs/api-createsecuritygroup CreateSecurityGroup
    static Decision decide(Command.CreateGroup command, PolicyState state, Quotas quotas) {
        if (state.group(command.id()).isPresent()) {
            return Decision.rejected(new Rejection.IdTaken(command.id()));
        }
        if (state.vpc(command.vpc()).isEmpty()) {
            return Decision.rejected(new NetworkRejection.VpcNotFound(command.vpc()));
        }
        if (state.groups().count() >= quotas.groupsPerRegion()) {
            return Decision.rejected(new GroupLimit(quotas.groupsPerRegion()));
        }
        IntraGroupPolicy policy = switch (command.type()) {
            case BASIC -> IntraGroupPolicy.INTERCONNECTED;
            case ADVANCED -> IntraGroupPolicy.ISOLATED;
        };
        SecurityGroup group = new SecurityGroup(
                command.id(), command.vpc(), command.type(), policy, Management.CUSTOMER, command.details());
        return Decision.accepted(new Answer.GroupCreated(group.id()), new Change.Put(group));
    }

    /// @spec https://alibabacloud.com/help/en/ecs/api-modifysecuritygroupattribute
    /// ModifySecurityGroupAttribute
    static Decision decide(Command.ModifyGroup command, PolicyState state) {
        Optional<SecurityGroup> found = state.group(command.group());
        if (found.isEmpty()) {
            return Decision.rejected(new GroupNotFound(command.group()));
        }
        SecurityGroup group = found.get();
        return managed(group)
                .map(Decision::rejected)
                .orElseGet(() -> Decision.accepted(
                        new Answer.Done(),
                        new Change.Put(group.with(command.details().over(group.details())))));
    }

    /// The group's own rules go with it, the references of others do not, whoever owns these.
    ///
    /// @spec https://alibabacloud.com/help/en/ecs/api-deletesecuritygroup DeleteSecurityGroup
    static Decision decide(Command.DeleteGroup command, Sight sight) {
        PolicyState state = sight.own();
        SecurityGroupId id = command.group();
        Optional<SecurityGroup> group = state.group(id);
        if (group.isEmpty()) {
            return Decision.rejected(new GroupNotFound(id));
        }
        Optional<Rejection> refusal = managed(group.get())
                .or(() -> protectedGroup(group.get()))
                .or(() -> hasMembers(id, state))
                .or(() -> isReferenced(id, sight.all()));
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        Stream<Change> rules = state.rulesOf(id).stream().map(rule -> new Change.Delete(rule.id()));
        List<Change> changes =
                Stream.concat(rules, Stream.of(new Change.Delete(id))).toList();
        return new Decision.Accepted(changes, new Answer.Done());
    }

    /// @spec https://alibabacloud.com/help/en/ecs/api-modifysecuritygrouppolicy
    /// ModifySecurityGroupPolicy
    static Decision decide(Command.SetIntraGroupPolicy command, PolicyState state) {
        Optional<SecurityGroup> found = state.group(command.group());
        if (found.isEmpty()) {
            return Decision.rejected(new GroupNotFound(command.group()));
        }
        SecurityGroup group = found.get();
        Optional<Rejection> refusal = managed(group).or(() -> policyFixed(group));
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        if (group.intraGroupPolicy() == command.policy()) {
            return Decision.accepted(new Answer.Done());
        }
        return Decision.accepted(new Answer.Done(), new Change.Put(group.with(command.policy())));
    }

    /// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/managed-security-groups Managed
    /// security groups
    static Optional<Rejection> managed(SecurityGroup group) {
        return switch (group.management()) {
            case CUSTOMER, CUSTOMER_PROTECTED -> Optional.empty();
            case CLOUD_PRODUCT -> Optional.of(new GroupManagedByProduct(group.id()));
        };
    }

    private static Optional<Rejection> protectedGroup(SecurityGroup group) {
        return group.management() == Management.CUSTOMER_PROTECTED
                ? Optional.of(new GroupIsProtected(group.id()))
                : Optional.empty();
    }

    private static Optional<Rejection> hasMembers(SecurityGroupId group, PolicyState state) {
        List<EniId> members = state.membersOf(group)
                .map(Eni::id)
                .limit(Rejection.NAMED_COUNT_MAX)
                .toList();
        return members.isEmpty() ? Optional.empty() : Optional.of(new GroupHasMembers(group, members));
    }

    private static Optional<Rejection> isReferenced(SecurityGroupId group, PolicyState state) {
        List<SecurityGroupId> by = state.rulesNaming(group)
                .map(Rule::group)
                .distinct()
                .sorted()
                .limit(Rejection.NAMED_COUNT_MAX)
                .toList();
        return by.isEmpty() ? Optional.empty() : Optional.of(new GroupIsReferenced(group, by));
    }

    private static Optional<Rejection> policyFixed(SecurityGroup group) {
        return group.type() == GroupType.ADVANCED
                ? Optional.of(new AdvancedGroupPolicyFixed(group.id()))
                : Optional.empty();
    }
}
