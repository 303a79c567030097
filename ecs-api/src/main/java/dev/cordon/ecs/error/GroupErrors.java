package dev.cordon.ecs.error;

import dev.cordon.controlplane.command.GroupRejection;
import dev.cordon.controlplane.command.GroupRejection.AdvancedGroupPolicyFixed;
import dev.cordon.controlplane.command.GroupRejection.GroupHasMembers;
import dev.cordon.controlplane.command.GroupRejection.GroupIsProtected;
import dev.cordon.controlplane.command.GroupRejection.GroupIsReferenced;
import dev.cordon.controlplane.command.GroupRejection.GroupLimit;
import dev.cordon.controlplane.command.GroupRejection.GroupManagedByProduct;
import dev.cordon.controlplane.command.GroupRejection.GroupNotFound;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.List;
import java.util.stream.Collectors;

/// Errors about security groups as such.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-createsecuritygroup CreateSecurityGroup
/// @spec https://alibabacloud.com/help/en/ecs/api-deletesecuritygroup DeleteSecurityGroup
public final class GroupErrors {

    private GroupErrors() {}

    static EcsError of(GroupRejection rejection) {
        return switch (rejection) {
            case GroupNotFound(var group) -> notFound(group);
            case GroupManagedByProduct(var group) ->
                new EcsError(
                        "InvalidOperation.ResourceManagedByCloudProduct",
                        403,
                        "The security group " + group + " is managed by a cloud product; change it there.");
            case GroupIsProtected(var group) ->
                new EcsError(
                        "InvalidOperation.DeletionProtection",
                        400,
                        "The security group " + group
                                + " is protected from deletion by a cloud product that uses it; lift it there.");
            case GroupHasMembers(var group, var members) ->
                dependency(group, "network interfaces in it", members, "take them out or delete them first");
            case GroupIsReferenced(var group, var by) ->
                dependency(group, "rules that name it, in", by, "revoke those rules first");
            case AdvancedGroupPolicyFixed(var group) ->
                new EcsError(
                        "InvalidParameter.InnerAccessPolicy",
                        404,
                        "The security group " + group
                                + " is of type enterprise, whose members are always isolated; leave its policy.");
            case GroupLimit(int countMax) ->
                new EcsError(
                        "QuotaExceed.SecurityGroup",
                        403,
                        "There are " + countMax + " security groups, as many as there may be; delete unused ones.");
        };
    }

    public static EcsError notFound(SecurityGroupId group) {
        return new EcsError("InvalidSecurityGroupId.NotFound", 404, "The security group " + group + " does not exist.");
    }

    public static EcsError malformedId() {
        return new EcsError(
                "InvalidSecurityGroupId.Malformed",
                400,
                "The security group id is malformed; use up to " + Id.LENGTH_MAX + " letters, digits, - and _.");
    }

    public static EcsError malformedName() {
        return new EcsError(
                "InvalidSecurityGroupName.Malformed",
                400,
                "SecurityGroupName is malformed; use 2 to 128 letters, digits and :_.-, the first a letter.");
    }

    /// The misspelling is part of the API.
    public static EcsError malformedDescription() {
        return new EcsError(
                "InvalidSecurityGroupDiscription.Malformed",
                400,
                "Description is malformed; use 2 to 256 characters that do not begin with http:// or https://.");
    }

    public static EcsError advancedNeedsVpc() {
        return new EcsError(
                "InvalidParams.VpcIdGroupType", 400, "A group of type enterprise belongs to a VPC; give its VpcId.");
    }

    public static EcsError noClassicNetwork() {
        return new EcsError(
                "InvalidVpcId.NotFound", 404, "There is no classic network here; create a VPC and give its VpcId.");
    }

    public static EcsError malformedPolicy() {
        return new EcsError("InvalidPolicy.Malformed", 400, "InnerAccessPolicy is malformed; use Accept or Drop.");
    }

    private static EcsError dependency(SecurityGroupId group, String what, List<? extends Id> ids, String next) {
        return new EcsError(
                "DependencyViolation",
                403,
                "The security group " + group + " still has " + what + " " + listed(ids) + "; " + next + ".");
    }

    static String listed(List<? extends Id> ids) {
        return ids.stream().map(Id::value).collect(Collectors.joining(", "));
    }
}
