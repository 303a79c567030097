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
        implements Described {

    public Eni {
        groups = List.copyOf(groups);
        if (groups.stream().distinct().count() != groups.size()) {
            throw new IllegalArgumentException("eni `" + id + "` is in a group twice `" + groups + "`");
        }
    }

    /// Returns this ENI, attached to one more group.
    public Eni joining(SecurityGroupId group) {
        return in(Stream.concat(groups.stream(), Stream.of(group)).toList());
    }

    /// Returns this ENI, detached from a group.
    public Eni leaving(SecurityGroupId group) {
        return in(groups.stream().filter(id -> !id.equals(group)).toList());
    }

    @Override
    public Eni with(Details changed) {
        return new Eni(id, vpc, vSwitch, attachment, addresses, groups, settings, changed);
    }

    public Eni with(Attachment changed) {
        return new Eni(id, vpc, vSwitch, changed, addresses, groups, settings, details);
    }

    public Eni with(EniAddresses changed) {
        return new Eni(id, vpc, vSwitch, attachment, changed, groups, settings, details);
    }

    public Eni with(EniSettings changed) {
        return new Eni(id, vpc, vSwitch, attachment, addresses, groups, changed, details);
    }

    /// Returns this ENI in other groups.
    public Eni in(List<SecurityGroupId> changed) {
        return new Eni(id, vpc, vSwitch, attachment, addresses, changed, settings, details);
    }
}
