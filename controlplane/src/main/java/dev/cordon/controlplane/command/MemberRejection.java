package dev.cordon.controlplane.command;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.Power;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VpcId;

/// Why an ENI or an instance cannot be found, made, changed or deleted.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-joinsecuritygroup Errors of JoinSecurityGroup
public sealed interface MemberRejection extends Rejection {

    record EniNotFound(EniId eni) implements MemberRejection {}

    record InstanceNotFound(InstanceId instance) implements MemberRejection {}

    /// The instance is in that state already.
    record InstanceIsAlready(InstanceId instance, Power power) implements MemberRejection {}

    record InstanceIsProtected(InstanceId instance) implements MemberRejection {}

    /// The ENI cannot go while it belongs to an instance.
    record EniIsAttached(EniId eni, InstanceId instance) implements MemberRejection {}

    /// The ENI does not belong to that instance.
    record EniNotAttached(EniId eni, InstanceId instance) implements MemberRejection {}

    /// The primary ENI stays with its instance.
    record PrimaryEniFixed(EniId eni, InstanceId instance) implements MemberRejection {}

    record EniInOtherVpc(EniId eni, VpcId vpc, InstanceId instance, VpcId instanceVpc) implements MemberRejection {}

    record EniInOtherZone(EniId eni, String zone, InstanceId instance, String instanceZone)
            implements MemberRejection {}

    /// The instance has as many ENIs as it may.
    record InstanceEniLimit(InstanceId instance, int countMax) implements MemberRejection {}

    /// The ENI has as many addresses of the family as it may.
    record EniAddressLimit(EniId eni, AddressFamily family, int countMax) implements MemberRejection {}

    /// What is to be taken away is no secondary address and no prefix of the ENI.
    record AddressNotAssigned(EniId eni, CidrBlock address) implements MemberRejection {}

    record AlreadyMember(EniId eni, SecurityGroupId group) implements MemberRejection {}

    record NotMember(EniId eni, SecurityGroupId group) implements MemberRejection {}

    /// An ENI is in one group at least: attach it to another one first.
    record LastGroup(EniId eni, SecurityGroupId group) implements MemberRejection {}

    /// A new ENI is in one group at least, and the command names none.
    record GroupMissing(EniId eni) implements MemberRejection {}

    record VpcMismatch(EniId eni, VpcId vpc, SecurityGroupId group, VpcId groupVpc) implements MemberRejection {}

    /// An ENI is in basic groups or in advanced ones, never in both.
    ///
    /// @param present a group that the ENI is in, of the other type
    record TypeMismatch(EniId eni, SecurityGroupId present, SecurityGroupId group) implements MemberRejection {}

    /// The group takes no more.
    ///
    /// @param countMax addresses in a basic group, ENIs in an advanced one
    record GroupFull(SecurityGroupId group, int countMax) implements MemberRejection {}

    /// The ENI is in as many groups as it may.
    record EniGroupLimit(EniId eni, int countMax) implements MemberRejection {}
}
