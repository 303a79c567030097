package dev.cordon.controlplane.command;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.List;

/// Why a prefix list or a port list cannot be found, made, changed, named or deleted.
public sealed interface ListRejection extends Rejection {

    record PrefixListNotFound(PrefixListId list) implements ListRejection {}

    record PortListNotFound(PortListId list) implements ListRejection {}

    /// A prefix list has blocks of one family.
    record EntryFamilyMismatch(CidrBlock entry, AddressFamily family) implements ListRejection {}

    /// The list would have more entries than it was made for.
    record EntryLimit(Id list, int countMax) implements ListRejection {}

    record PrefixListLimit(int countMax) implements ListRejection {}

    record PortListLimit(int countMax) implements ListRejection {}

    /// As many groups as may have rules that name the prefix list.
    record AssociationLimit(PrefixListId list, int countMax) implements ListRejection {}

    /// The list cannot go while rules name it.
    ///
    /// @param by the groups of those rules
    record ListInUse(Id list, List<SecurityGroupId> by) implements ListRejection {

        public ListInUse {
            by = List.copyOf(by);
        }
    }
}
