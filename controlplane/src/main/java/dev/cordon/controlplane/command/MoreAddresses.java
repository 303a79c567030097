package dev.cordon.controlplane.command;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import java.util.List;
import java.util.stream.Stream;

/// Which addresses and prefixes an ENI is to get besides those that it has: some by name, and of
/// each family as many as are counted, whichever are free.
///
/// @param addresses of both families
/// @param prefixes of both families
/// @param ipv4 how many more of IPv4
/// @param ipv6 how many more of IPv6
/// @spec https://alibabacloud.com/help/en/ecs/api-assignprivateipaddresses AssignPrivateIpAddresses
/// @spec https://alibabacloud.com/help/en/ecs/api-assignipv6addresses AssignIpv6Addresses
public record MoreAddresses(List<IpAddress> addresses, List<CidrBlock> prefixes, Count ipv4, Count ipv6) {

    public static final MoreAddresses NONE = new MoreAddresses(List.of(), List.of(), new Count(0, 0), new Count(0, 0));

    public MoreAddresses {
        addresses = List.copyOf(addresses);
        prefixes = List.copyOf(prefixes);
    }

    /// How many of one family.
    public record Count(int addresses, int prefixes) {

        boolean isNothing() {
            return addresses == 0 && prefixes == 0;
        }
    }

    public boolean isNothing() {
        return addresses.isEmpty() && prefixes.isEmpty() && ipv4.isNothing() && ipv6.isNothing();
    }

    /// Tells whether anything of a family is asked for.
    boolean isOf(AddressFamily family) {
        boolean named = Stream.concat(
                        addresses.stream().map(IpAddress::family),
                        prefixes.stream().map(CidrBlock::family))
                .anyMatch(wanted -> wanted == family);
        return named || !count(family).isNothing();
    }

    Count count(AddressFamily family) {
        return switch (family) {
            case IPV4 -> ipv4;
            case IPV6 -> ipv6;
        };
    }
}
