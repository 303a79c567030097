package dev.cordon.controlplane.command;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VpcId;

/// Why rules cannot be written into a group, or taken out of it.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroupegress Errors of
/// AuthorizeSecurityGroupEgress
public sealed interface RuleRejection extends Rejection {

    /// The group has no such rule in the direction of the command.
    record RuleNotFound(RuleId rule, SecurityGroupId group) implements RuleRejection {}

    /// The rule is no longer what the user has seen: look again.
    record RuleChanged(RuleId rule) implements RuleRejection {}

    /// Another rule of the group and direction says the same already.
    record RuleExists(RuleId rule) implements RuleRejection {}

    /// Two rules of one command are the same. The indexes count from 0.
    record RuleRepeated(int firstIndex, int secondIndex) implements RuleRejection {}

    record PeerGroupNotFound(SecurityGroupId peer) implements RuleRejection {}

    /// Only the intra-group policy can connect a group's own members.
    record PeerGroupIsSelf(SecurityGroupId group) implements RuleRejection {}

    /// No rule of an advanced group names a group, and none names an advanced group.
    ///
    /// @param advanced the owner of the rule or its peer
    record PeerGroupNotBasic(SecurityGroupId advanced) implements RuleRejection {}

    record PeerGroupInOtherVpc(SecurityGroupId peer, VpcId peerVpc, VpcId vpc) implements RuleRejection {}

    /// The group has as many rules that name groups as it may.
    record GroupReferenceLimit(SecurityGroupId group, int countMax) implements RuleRejection {}

    record PrefixListFamilyMismatch(PrefixListId list, AddressFamily family, CidrBlock local)
            implements RuleRejection {}

    record FamilyConflict(CidrBlock peer, CidrBlock local) implements RuleRejection {}

    /// The protocol does not exist in the family of the rule's addresses.
    record ProtocolFamilyMismatch(IpProtocol protocol, AddressFamily family) implements RuleRejection {}

    /// The source is the destination.
    record BlocksEqual(CidrBlock block) implements RuleRejection {}

    /// A priority that stands in old groups and cannot be given any more.
    record PriorityNotWritable(Priority priority) implements RuleRejection {}

    /// Rules would weigh more than one ENI may carry.
    ///
    /// @param carrier an ENI, or a group that would be too heavy for any
    /// @param weight what it would come to
    record RuleLimit(Id carrier, long weight, int weightMax) implements RuleRejection {}
}
