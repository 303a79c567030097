package dev.cordon.model.policy;

import java.util.List;
import java.util.stream.Stream;

/// An elastic network interface: the thing that policy binds to.
///
/// @param groups in the order in which they were attached; without duplicates
public record Eni(
        EniId id,
        VpcId vpc,
        VSwitchId vSwitch,
        Attachment attachment,
        EniAddresses addresses,
        List<SecurityGroupId> groups,
        EniSettings settings,
        Details details)
        implements Entity {

    public Eni {
        groups = List.copyOf(groups);
        if (groups.stream().distinct().count() != groups.size()) {
            throw new IllegalArgumentException("eni `" + id + "` is in a group twice `" + groups + "`");
        }
    }

    /// Returns this ENI, attached to one more group.
    public Eni joining(SecurityGroupId group) {
        return withGroups(Stream.concat(groups.stream(), Stream.of(group)).toList());
    }

    /// Returns this ENI, detached from a group.
    public Eni leaving(SecurityGroupId group) {
        return withGroups(groups.stream().filter(id -> !id.equals(group)).toList());
    }

    private Eni withGroups(List<SecurityGroupId> changed) {
        return new Eni(id, vpc, vSwitch, attachment, addresses, changed, settings, details);
    }
}
