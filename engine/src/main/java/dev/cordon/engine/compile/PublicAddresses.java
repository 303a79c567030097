package dev.cordon.engine.compile;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.model.net.CidrBlock;
import java.util.stream.Stream;

/// What the Internet routes, told by what it does not.
///
/// @spec https://www.iana.org/assignments/iana-ipv4-special-registry IPv4 special-purpose
///     addresses
/// @spec https://www.iana.org/assignments/iana-ipv6-special-registry IPv6 special-purpose
///     addresses
public final class PublicAddresses {

    /// The addresses that the Internet does not route.
    public static final AddressSet NOT_PUBLIC = AddressSet.union(Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "224.0.0.0/3",
                    "::/8",
                    "fc00::/7",
                    "fe80::/10",
                    "ff00::/8")
            .map(CidrBlock::of)
            .toList());

    private PublicAddresses() {}
}
