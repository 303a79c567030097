package dev.cordon.ecs.error;

import dev.cordon.controlplane.command.MemberRejection;
import dev.cordon.controlplane.command.MemberRejection.AddressNotAssigned;
import dev.cordon.controlplane.command.MemberRejection.AlreadyMember;
import dev.cordon.controlplane.command.MemberRejection.EniAddressLimit;
import dev.cordon.controlplane.command.MemberRejection.EniGroupLimit;
import dev.cordon.controlplane.command.MemberRejection.EniInOtherVpc;
import dev.cordon.controlplane.command.MemberRejection.EniInOtherZone;
import dev.cordon.controlplane.command.MemberRejection.EniIsAttached;
import dev.cordon.controlplane.command.MemberRejection.EniNotAttached;
import dev.cordon.controlplane.command.MemberRejection.EniNotFound;
import dev.cordon.controlplane.command.MemberRejection.GroupFull;
import dev.cordon.controlplane.command.MemberRejection.GroupMissing;
import dev.cordon.controlplane.command.MemberRejection.InstanceEniLimit;
import dev.cordon.controlplane.command.MemberRejection.InstanceIsAlready;
import dev.cordon.controlplane.command.MemberRejection.InstanceIsProtected;
import dev.cordon.controlplane.command.MemberRejection.InstanceNotFound;
import dev.cordon.controlplane.command.MemberRejection.LastGroup;
import dev.cordon.controlplane.command.MemberRejection.NotMember;
import dev.cordon.controlplane.command.MemberRejection.PrimaryEniFixed;
import dev.cordon.controlplane.command.MemberRejection.TypeMismatch;
import dev.cordon.controlplane.command.MemberRejection.VpcMismatch;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.InstanceId;
import java.util.Locale;

/// Errors about ENIs, instances, and the groups they are in.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-joinsecuritygroup JoinSecurityGroup
/// @spec https://alibabacloud.com/help/en/ecs/api-leavesecuritygroup LeaveSecurityGroup
public final class MemberErrors {

    private MemberErrors() {}

    static EcsError of(MemberRejection rejection, Occasion occasion) {
        return switch (rejection) {
            case EniNotFound(var eni) -> eniNotFound(eni);
            case InstanceNotFound(var instance) ->
                occasion == Occasion.ENI_ATTACHMENT
                        ? new EcsError("InvalidEcsId.NotFound", 404, "The instance " + instance + " does not exist.")
                        : instanceNotFound(instance);
            case InstanceIsAlready rejected -> isAlready(rejected);
            case InstanceIsProtected rejected -> isProtected(rejected);
            case EniIsAttached(var eni, var instance) ->
                new EcsError(
                        "InvalidOperation.InvalidEniState",
                        400,
                        "The network interface " + eni + " belongs to the instance " + instance
                                + "; detach it or delete the instance first.");
            case EniNotAttached rejected -> notAttached(rejected);
            case PrimaryEniFixed rejected -> primaryFixed(rejected);
            case EniInOtherVpc rejected -> eniInOtherVpc(rejected);
            case EniInOtherZone rejected -> eniInOtherZone(rejected);
            case InstanceEniLimit rejected -> tooManyEnis(rejected);
            case EniAddressLimit(var eni, var family, int countMax) -> tooManyAddresses(eni, family, countMax);
            case AddressNotAssigned rejected -> notAssigned(rejected);
            case AlreadyMember(var eni, var group) ->
                new EcsError("InvalidInstanceId.AlreadyExists", 403, eni + " is in " + group + " already.");
            case NotMember(var eni, var group) ->
                new EcsError("InstanceNotInSecurityGroup", 403, eni + " is not in " + group + ".");
            case LastGroup(var eni, var group) ->
                new EcsError(
                        "InstanceLastSecurityGroup",
                        403,
                        group + " is the only group of " + eni + "; put it in another group first.");
            case GroupMissing missing -> GeneralErrors.missingParameter("SecurityGroupId");
            case VpcMismatch mismatch -> otherVpc(mismatch, occasion);
            case TypeMismatch(var eni, var present, var group) ->
                new EcsError(
                        "InvalidOperation.MultiGroupType",
                        403,
                        "One of " + present + " and " + group + " is of type normal and the other of type enterprise; "
                                + "a network interface is in groups of one type.");
            case GroupFull(var group, int countMax) ->
                new EcsError(
                        isMembership(occasion)
                                ? "SecurityGroupInstanceLimitExceeded"
                                : "SecurityGroupInstanceLimitExceed",
                        403,
                        "The security group " + group + " has room for " + countMax
                                + " addresses or network interfaces; use another group.");
            case EniGroupLimit(var eni, int countMax) ->
                new EcsError(
                        isNew(occasion) ? "JoinedGroupLimitExceed" : "InstanceSecurityGroupLimitExceeded",
                        isNew(occasion) ? 400 : 403,
                        "A network interface is in " + countMax + " security groups at most; leave one first.");
        };
    }

    private static EcsError notAttached(EniNotAttached rejected) {
        return new EcsError(
                "InvalidOperation.InvalidEniState",
                400,
                "The network interface " + rejected.eni() + " does not belong to the instance " + rejected.instance()
                        + ".");
    }

    private static EcsError primaryFixed(PrimaryEniFixed rejected) {
        return new EcsError(
                "InvalidOperation.DetachPrimaryEniNotAllowed",
                400,
                rejected.eni() + " is the primary network interface of " + rejected.instance()
                        + "; delete the instance instead.");
    }

    private static EcsError eniInOtherVpc(EniInOtherVpc rejected) {
        return new EcsError(
                "InvalidOperation.VpcMismatch",
                403,
                rejected.eni() + " is in " + rejected.vpc() + " and " + rejected.instance() + " in "
                        + rejected.instanceVpc() + "; use one VPC.");
    }

    private static EcsError eniInOtherZone(EniInOtherZone rejected) {
        return new EcsError(
                "InvalidOperation.AvailabilityZoneMismatch",
                403,
                rejected.eni() + " is in zone " + rejected.zone() + " and " + rejected.instance() + " in "
                        + rejected.instanceZone() + "; use one zone.");
    }

    private static EcsError tooManyEnis(InstanceEniLimit rejected) {
        return new EcsError(
                "EniPerInstanceLimitExceeded",
                403,
                rejected.instance() + " has " + rejected.countMax()
                        + " network interfaces, as many as it may; detach one first.");
    }

    private static EcsError notAssigned(AddressNotAssigned rejected) {
        return new EcsError(
                "InvalidIp.IpUnassigned",
                403,
                rejected.address() + " is no secondary address and no prefix of " + rejected.eni() + ".");
    }

    private static EcsError isAlready(InstanceIsAlready rejected) {
        return new EcsError(
                "IncorrectInstanceStatus",
                403,
                "The instance " + rejected.instance() + " is "
                        + rejected.power().name().toLowerCase(Locale.ROOT) + " already.");
    }

    private static EcsError isProtected(InstanceIsProtected rejected) {
        return new EcsError(
                "InvalidOperation.DeletionProtection",
                403,
                "The instance " + rejected.instance() + " is protected; set DeletionProtection to false first.");
    }

    public static EcsError instanceNotFound(InstanceId instance) {
        return new EcsError("InvalidInstanceId.NotFound", 404, "The instance " + instance + " does not exist.");
    }

    public static EcsError eniNotFound(EniId eni) {
        return new EcsError("InvalidEniId.NotFound", 404, "The network interface " + eni + " does not exist.");
    }

    public static EcsError repeatedAddress(String address) {
        return new EcsError("InvalidIp.IpRepeated", 403, address + " is given twice; give each once.");
    }

    private static EcsError tooManyAddresses(EniId eni, AddressFamily family, int countMax) {
        String message = eni + " may have " + countMax + " addresses of one family; take some from it first.";
        return switch (family) {
            case IPV4 -> new EcsError("MaxEniPrivateIpsCountExceeded", 403, message);
            case IPV6 -> new EcsError("MaxEniIpv6IpsCountExceeded", 403, message);
        };
    }

    private static boolean isMembership(Occasion occasion) {
        return occasion == Occasion.INSTANCE_MEMBERSHIP || occasion == Occasion.ENI_MEMBERSHIP;
    }

    private static boolean isNew(Occasion occasion) {
        return occasion == Occasion.NEW_INSTANCE || occasion == Occasion.NEW_ENI;
    }

    private static EcsError otherVpc(VpcMismatch mismatch, Occasion occasion) {
        String message = "The security group " + mismatch.group() + " is in " + mismatch.groupVpc()
                + " and the network interface in " + mismatch.vpc() + "; use a group of the same VPC.";
        return switch (occasion) {
            case INSTANCE_MEMBERSHIP, INSTANCE_EDIT -> new EcsError("InvalidInstanceId.Mismatch", 400, message);
            case NEW_INSTANCE -> new EcsError("InvalidParameter.Mismatch", 400, message);
            case ENI_MEMBERSHIP, ENI_EDIT, ENI_ATTACHMENT, ENI_ADDRESSES, NEW_ENI, INGRESS_RULES, EGRESS_RULES, OTHER ->
                new EcsError("InvalidOperation.VpcMismatch", 403, message);
        };
    }

    public static EcsError malformedInstanceId() {
        return new EcsError(
                "InvalidInstanceId.Malformed", 400, "InstanceId is malformed; use letters, digits, - and _.");
    }

    /// The same where an ENI is attached or detached; the capital letter is part of the API.
    public static EcsError malformedInstanceIdOfEni() {
        return new EcsError(
                "InvalidInstanceID.Malformed", 400, "InstanceId is malformed; use letters, digits, - and _.");
    }

    public static EcsError malformedEniId() {
        return new EcsError(
                "InvalidParams.EniId", 400, "NetworkInterfaceId is malformed; use letters, digits, - and _.");
    }

    public static EcsError instanceAndEni() {
        return new EcsError(
                "InvalidParam.EniIdAndInstanceId.Conflict",
                403,
                "Give InstanceId or NetworkInterfaceId, but not both.");
    }

    public static EcsError groupsTwice() {
        return new EcsError(
                "InvalidParameter.Conflict", 400, "Give SecurityGroupId or SecurityGroupIds.N, but not both.");
    }

    public static EcsError malformedInstanceName() {
        return new EcsError(
                "InvalidInstanceName.Malformed",
                400,
                "InstanceName is malformed; use 2 to 128 letters, digits and :_.-, the first a letter.");
    }

    public static EcsError malformedHostName() {
        return new EcsError(
                "InvalidHostName.Malformed", 400, "HostName is malformed; use 2 to 64 letters, digits, - and dots.");
    }

    public static EcsError malformedInstanceType() {
        return new EcsError(
                "InvalidInstanceType.ValueNotSupported", 400, "InstanceType is not a type such as ecs.g7.large.");
    }

    public static EcsError amount(int countMax) {
        return new EcsError("InvalidParam.Amount", 403, "Amount is out of range; use 1 to " + countMax + ".");
    }

    public static EcsError networkInterface(String rule) {
        return new EcsError("InvalidParam.NetworkInterface", 400, "NetworkInterface.N is not valid: " + rule + ".");
    }

    public static EcsError malformedEniName() {
        return new EcsError(
                "InvalidParameter",
                400,
                "NetworkInterfaceName is malformed; use 2 to 128 letters, digits and :_.-, the first a letter.");
    }

    public static EcsError malformedInstanceDescription() {
        return malformedDescription("InvalidDescription.Malformed");
    }

    public static EcsError malformedEniDescription() {
        return malformedDescription("InvalidParameter");
    }

    private static EcsError malformedDescription(String code) {
        return new EcsError(
                code,
                400,
                "Description is malformed; use 2 to 256 characters that do not begin with http:// or https://.");
    }

    public static EcsError unknownStatus() {
        return new EcsError(
                "InvalidStatus.NotFound",
                404,
                "Status is not one of Pending, Running, Starting, Stopping and Stopped.");
    }
}
