package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.AddressRequest;
import dev.cordon.controlplane.command.MoreAddresses;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import java.util.List;

/// Where new instances are, by their primary ENIs. It is said of the instance, or of its network
/// interface of type Primary, but nothing twice.
///
/// @param address of the first instance
/// @param more that each gets
/// @spec https://alibabacloud.com/help/en/ecs/api-runinstances NetworkInterface
record Placement(VSwitchId vSwitch, List<SecurityGroupId> groups, AddressRequest address, MoreAddresses more) {

    static Placement read(Parameters parameters) {
        return InterfaceReader.primary(parameters)
                .map(primary -> ofBoth(parameters, primary))
                .orElseGet(() -> new Placement(
                        vSwitch(parameters),
                        MemberReader.groups(parameters),
                        address(parameters),
                        AddressReader.countedIpv6(parameters)));
    }

    /// Returns the vSwitch of one instance or ENI.
    static VSwitchId vSwitch(Parameters parameters) {
        return parameters.id("VSwitchId", VSwitchId::new, NetworkErrors.vSwitchNotFound("of that id"));
    }

    /// Returns the primary address of an instance, as it is said of the instance.
    static AddressRequest address(Parameters parameters) {
        return MemberReader.address(parameters, "PrivateIpAddress", NetworkErrors.malformedAddress("PrivateIpAddress"));
    }

    private static Placement ofBoth(Parameters instance, Parameters primary) {
        List<SecurityGroupId> groups = MemberReader.groups(instance);
        List<SecurityGroupId> ownGroups = MemberReader.groups(primary);
        MoreAddresses more = AddressReader.countedIpv6(instance);
        MoreAddresses ownMore = AddressReader.counted(primary);
        boolean twice = instance.has("VSwitchId") && primary.has("VSwitchId")
                || !groups.isEmpty() && !ownGroups.isEmpty()
                || instance.has("PrivateIpAddress") && primary.has("PrimaryIpAddress")
                || !more.isNothing() && !ownMore.isNothing();
        if (twice || primary.has("NetworkInterfaceId")) {
            instance.wrong(MemberErrors.networkInterface(
                    "the one of type Primary is new, and what is said of it is not said of the instance too"));
        }
        return new Placement(
                vSwitch(primary.has("VSwitchId") ? primary : instance),
                ownGroups.isEmpty() ? groups : ownGroups,
                primary.has("PrimaryIpAddress")
                        ? MemberReader.address(
                                primary, "PrimaryIpAddress", NetworkErrors.malformedEniAddress("PrimaryIpAddress"))
                        : address(instance),
                ownMore.isNothing() ? more : ownMore);
    }
}
