package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.AddressRequest;
import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.MoreAddresses;
import dev.cordon.controlplane.command.SecondaryEni;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.OnRelease;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.SourceDestCheck;
import dev.cordon.model.policy.VSwitchId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the network interfaces of new instances. One that does not say of which type it is is a
/// secondary one; what it does not say of its place is as the primary one has it.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-runinstances NetworkInterface
final class InterfaceReader {

    private static final String LIST = "NetworkInterface";

    /// What can be said of each, and of the primary one outside of the list as well.
    static final String[] PARAMETERS = Stream.of(
                    "DeleteOnRelease?",
                    "Description",
                    "InstanceType",
                    "Ipv6Address.N",
                    "Ipv6AddressCount#",
                    "NetworkInterfaceId",
                    "NetworkInterfaceName",
                    "PrimaryIpAddress",
                    "SecondaryPrivateIpAddressCount#",
                    "SecurityGroupId",
                    "SecurityGroupIds.N",
                    "SourceDestCheck?",
                    "VSwitchId")
            .map(name -> LIST + ".N." + name)
            .toArray(String[]::new);

    /// An ENI that every one of the instances gets.
    interface Secondary {
        SecondaryEni of(InstanceId instance, Ids ids);
    }

    private enum Type {
        PRIMARY,
        SECONDARY
    }

    private InterfaceReader() {}

    /// Returns what is said of the primary one, if it is in the list.
    static Optional<Parameters> primary(Parameters parameters) {
        List<Parameters> primary = of(Type.PRIMARY, parameters);
        if (primary.size() > 1) {
            parameters.wrong(MemberErrors.networkInterface("an instance has one of type Primary"));
        }
        return primary.stream().findFirst();
    }

    /// Returns the name and the description of the primary one, which may be empty.
    static Details primaryDetails(Parameters parameters, Instant now) {
        return primary(parameters).map(each -> details(each, now)).orElseGet(() -> new Details("", "", now));
    }

    private static Details details(Parameters each, Instant now) {
        String name = Texts.name(each, "NetworkInterfaceName", MemberErrors.malformedEniName());
        return new Details(name, Texts.description(each, MemberErrors.malformedEniDescription()), now);
    }

    static List<Secondary> secondary(Parameters parameters, Placement placement, Instant now) {
        return of(Type.SECONDARY, parameters).stream()
                .map(each -> each.has("NetworkInterfaceId") ? present(each) : made(each, placement, now))
                .toList();
    }

    private static List<Parameters> of(Type type, Parameters parameters) {
        return parameters.nested(LIST).stream()
                .filter(each -> type(each) == type)
                .toList();
    }

    private static Type type(Parameters each) {
        return each.parsed(
                        "InstanceType",
                        text -> Stream.of(Type.values())
                                .filter(type -> type.name().equalsIgnoreCase(text))
                                .findFirst(),
                        MemberErrors.networkInterface("InstanceType is Primary or Secondary"))
                .orElse(Type.SECONDARY);
    }

    private static Secondary present(Parameters each) {
        EniId eni = each.id("NetworkInterfaceId", EniId::new, MemberErrors.malformedEniId());
        return (instance, ids) -> new SecondaryEni.Present(instance, eni);
    }

    private static Secondary made(Parameters each, Placement placement, Instant now) {
        VSwitchId vSwitch = each.has("VSwitchId") ? Placement.vSwitch(each) : placement.vSwitch();
        List<SecurityGroupId> own = MemberReader.groups(each);
        List<SecurityGroupId> groups = own.isEmpty() ? placement.groups() : own;
        AddressRequest address =
                MemberReader.address(each, "PrimaryIpAddress", NetworkErrors.malformedEniAddress("PrimaryIpAddress"));
        MoreAddresses more = AddressReader.counted(each);
        OnRelease onRelease = each.flag("DeleteOnRelease").orElse(true) ? OnRelease.DELETED : OnRelease.KEPT;
        SourceDestCheck check = each.isTrue("SourceDestCheck") ? SourceDestCheck.ON : SourceDestCheck.OFF;
        Details details = details(each, now);
        return (instance, ids) -> {
            EniId id = ids.eni();
            EniSettings settings = EniSettings.of(Ids.mac(id)).with(onRelease).with(check);
            return new SecondaryEni.Made(
                    instance, new Command.CreateEni(id, vSwitch, groups, address, more, settings, details));
        };
    }
}
