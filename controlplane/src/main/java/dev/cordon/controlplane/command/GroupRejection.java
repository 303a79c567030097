package dev.cordon.controlplane.command;

import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.List;

/// Why a command about a security group as such is refused.
public sealed interface GroupRejection extends Rejection {

    record GroupNotFound(SecurityGroupId group) implements GroupRejection {}

    /// Only the cloud product that made the group may change it.
    record GroupManagedByProduct(SecurityGroupId group) implements GroupRejection {}

    /// A cloud product that uses the group keeps it from being deleted.
    record GroupIsProtected(SecurityGroupId group) implements GroupRejection {}

    /// The group cannot go while ENIs are in it.
    record GroupHasMembers(SecurityGroupId group, List<EniId> members) implements GroupRejection {

        public GroupHasMembers {
            members = List.copyOf(members);
        }
    }

    /// The group cannot go while rules of other groups name it.
    record GroupIsReferenced(SecurityGroupId group, List<SecurityGroupId> by) implements GroupRejection {

        public GroupIsReferenced {
            by = List.copyOf(by);
        }
    }

    /// An advanced group never interconnects its members.
    record AdvancedGroupPolicyFixed(SecurityGroupId group) implements GroupRejection {}

    record GroupLimit(int countMax) implements GroupRejection {}
}
