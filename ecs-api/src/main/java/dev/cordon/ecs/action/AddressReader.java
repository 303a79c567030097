package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.MoreAddresses;
import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.EniId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads addresses and prefixes of ENIs.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-assignprivateipaddresses AssignPrivateIpAddresses
final class AddressReader {

    private static final int COUNT_MAX = 100;

    /// What something takes that gives IPv4 addresses.
    static final String[] IPV4 = {
        "Ipv4Prefix.N", "Ipv4PrefixCount#", "PrivateIpAddress.N", "SecondaryPrivateIpAddressCount#"
    };

    /// What something takes that gives IPv6 addresses.
    static final String[] IPV6 = {"Ipv6Address.N", "Ipv6AddressCount#", "Ipv6Prefix.N", "Ipv6PrefixCount#"};

    private AddressReader() {}

    static MoreAddresses ipv4(Parameters parameters) {
        return new MoreAddresses(
                addresses(parameters, AddressFamily.IPV4),
                prefixes(parameters, AddressFamily.IPV4),
                new MoreAddresses.Count(
                        count(parameters, countName(AddressFamily.IPV4)), count(parameters, "Ipv4PrefixCount")),
                MoreAddresses.NONE.ipv6());
    }

    static MoreAddresses ipv6(Parameters parameters) {
        return new MoreAddresses(
                addresses(parameters, AddressFamily.IPV6),
                prefixes(parameters, AddressFamily.IPV6),
                MoreAddresses.NONE.ipv4(),
                new MoreAddresses.Count(
                        count(parameters, countName(AddressFamily.IPV6)), count(parameters, "Ipv6PrefixCount")));
    }

    /// Returns what the network interface of a new instance gets: IPv4 addresses by their number
    /// alone, no prefixes.
    static MoreAddresses counted(Parameters parameters) {
        MoreAddresses ipv6 = countedIpv6(parameters);
        return new MoreAddresses(
                ipv6.addresses(),
                ipv6.prefixes(),
                new MoreAddresses.Count(count(parameters, countName(AddressFamily.IPV4)), 0),
                ipv6.ipv6());
    }

    /// Returns what a new instance gets of IPv6.
    static MoreAddresses countedIpv6(Parameters parameters) {
        return new MoreAddresses(
                addresses(parameters, AddressFamily.IPV6),
                List.of(),
                MoreAddresses.NONE.ipv4(),
                new MoreAddresses.Count(count(parameters, countName(AddressFamily.IPV6)), 0));
    }

    /// Returns addresses of both families.
    static MoreAddresses both(Parameters parameters) {
        MoreAddresses ipv4 = ipv4(parameters);
        MoreAddresses ipv6 = ipv6(parameters);
        return new MoreAddresses(
                joined(ipv4.addresses(), ipv6.addresses()),
                joined(ipv4.prefixes(), ipv6.prefixes()),
                ipv4.ipv4(),
                ipv6.ipv6());
    }

    /// Returns what a request gives an ENI, which must be something.
    static Command.AssignAddresses assigned(Parameters parameters, AddressFamily family) {
        EniId eni = eni(parameters);
        MoreAddresses more = switch (family) {
            case IPV4 -> ipv4(parameters);
            case IPV6 -> ipv6(parameters);
        };
        if (more.isNothing()) {
            parameters.wrong(GeneralErrors.missingParameter(countName(family)));
        }
        return new Command.AssignAddresses(eni, family, more);
    }

    /// Returns what a request takes from an ENI, which must be something.
    static Command.UnassignAddresses unassigned(Parameters parameters, AddressFamily family) {
        EniId eni = eni(parameters);
        List<IpAddress> addresses = addresses(parameters, family);
        List<CidrBlock> prefixes = prefixes(parameters, family);
        if (addresses.isEmpty() && prefixes.isEmpty()) {
            parameters.wrong(GeneralErrors.missingParameter(addressName(family) + ".N"));
        }
        return new Command.UnassignAddresses(eni, addresses, prefixes);
    }

    private static EniId eni(Parameters parameters) {
        return parameters.id("NetworkInterfaceId", EniId::new, MemberErrors.malformedEniId());
    }

    private static String countName(AddressFamily family) {
        return switch (family) {
            case IPV4 -> "SecondaryPrivateIpAddressCount";
            case IPV6 -> "Ipv6AddressCount";
        };
    }

    private static String addressName(AddressFamily family) {
        return switch (family) {
            case IPV4 -> "PrivateIpAddress";
            case IPV6 -> "Ipv6Address";
        };
    }

    /// Returns the addresses of a family that are given by name.
    static List<IpAddress> addresses(Parameters parameters, AddressFamily family) {
        String name = addressName(family);
        return several(
                parameters,
                name,
                text -> IpAddress.parse(text).filter(address -> address.family() == family),
                NetworkErrors.malformedEniAddress(name));
    }

    /// Returns the prefixes of a family that are given by name.
    static List<CidrBlock> prefixes(Parameters parameters, AddressFamily family) {
        String name = switch (family) {
            case IPV4 -> "Ipv4Prefix";
            case IPV6 -> "Ipv6Prefix";
        };
        return several(
                parameters,
                name,
                text -> CidrBlock.parse(text).filter(block -> block.family() == family),
                GeneralErrors.invalidParameter(name, "a block of addresses"));
    }

    private static <T> List<T> several(
            Parameters parameters, String name, Function<String, Optional<T>> parse, EcsError malformed) {
        Set<T> values = new LinkedHashSet<>();
        for (String text : parameters.repeated(name)) {
            Optional<T> value = parse.apply(text);
            if (value.isEmpty()) {
                parameters.wrong(malformed);
            }
            if (value.isPresent() && !values.add(value.get())) {
                parameters.wrong(MemberErrors.repeatedAddress(text));
            }
        }
        return List.copyOf(values);
    }

    private static int count(Parameters parameters, String name) {
        return parameters.number(name, 0, COUNT_MAX, 0);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
